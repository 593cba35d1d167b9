/**
 * The export of a ledger: JSON Lines in UTF-8. First a header, then one line for each entry in the order of the tree, last
 * the checkpoint that signs them all. Earlier checkpoints stand where they were signed, every few thousand entries: where
 * something is wrong, they say how far all was well.
 *
 *     {"format":"guildhall-ledger","version":1,"origin":"…","vkey":"…","personal":"disclosed"}
 *     {"index":0,"body":"{\"actor\":…}","seal":"…base64…","personal":{"name":{"salt":"…base64…","value":"\"Ada\""}}}
 *     {"checkpoint":"origin\nsize\nroot\n…\n\n— origin …\n"}
 *
 * `body` is the entry as it was hashed, byte for byte. `personal` gives values with the salts of their commitments (both
 * the value and the commitment over it are JSON text); a field that is missing there was erased, or the header says
 * "withheld" and none are given.
 */
export const FORMAT = 'guildhall-ledger'
export const FORMAT_VERSION = 1

/** An entry of 64 KiB, escaped twice, with its disclosures: more is no line of ours. */
export const MAX_LINE_CHARACTERS = 4 * 1024 * 1024

export interface Header {
  readonly origin: string
  readonly vkey: string
  readonly personal: 'disclosed' | 'withheld'
}
export interface Disclosure {
  readonly salt: string
  readonly value: string
}
export interface EntryLine {
  readonly index: number
  readonly body: string
  readonly seal: string
  readonly personal?: { readonly [field: string]: Disclosure }
}

export const headerLine = (header: Header): string => JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, ...header })
export const entryLine = (entry: EntryLine): string => JSON.stringify(entry)
export const checkpointLine = (checkpoint: string): string => JSON.stringify({ checkpoint })

type Fields = { readonly [key: string]: unknown }

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A line as an object of these fields and no others, or what is wrong with it. */
const fieldsOf = (line: string, required: readonly string[], optional: readonly string[] = []): Fields | string => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'the line is not JSON'
  }
  if (!isFields(value)) return 'the line is not a JSON object'
  const missing = required.find(key => !Object.hasOwn(value, key))
  if (missing !== undefined) return `the line has no "${missing}"`
  const unknown = Object.keys(value).find(key => !required.includes(key) && !optional.includes(key))
  return unknown === undefined ? value : `the line has an unknown field ${JSON.stringify(unknown.slice(0, 40))}`
}

export const readHeader = (line: string): Header | string => {
  const fields = fieldsOf(line, ['format', 'version', 'origin', 'vkey', 'personal'])
  if (typeof fields === 'string') return fields
  const { format, version, origin, vkey, personal } = fields
  if (format !== FORMAT) return `the file doesn't say that it is a ${FORMAT}`
  if (version !== FORMAT_VERSION) return `this program reads version ${FORMAT_VERSION} of the format`
  if (typeof origin !== 'string' || typeof vkey !== 'string') return 'origin and vkey must be text'
  if (personal !== 'disclosed' && personal !== 'withheld') return 'personal must be "disclosed" or "withheld"'
  return { origin, vkey, personal }
}

export const readEntry = (line: string): EntryLine | string => {
  const fields = fieldsOf(line, ['index', 'body', 'seal'], ['personal'])
  if (typeof fields === 'string') return fields
  const { index, body, seal, personal } = fields
  if (typeof index !== 'number' || !Number.isSafeInteger(index)) return '"index" is not a whole number'
  if (typeof body !== 'string' || typeof seal !== 'string') return '"body" and "seal" must be text'
  if (personal === undefined) return { index, body, seal }
  if (!isFields(personal)) return '"personal" is not an object'
  const disclosures: [string, Disclosure][] = []
  for (const [field, disclosure] of Object.entries(personal)) {
    if (!isFields(disclosure)) return '"personal" holds something that is no disclosure'
    const { salt, value } = disclosure
    if (typeof salt !== 'string' || typeof value !== 'string') return 'a disclosure has a salt and a value, both text'
    disclosures.push([field, { salt, value }])
  }
  return { index, body, seal, personal: Object.fromEntries(disclosures) }
}

/** The note where this is a checkpoint's line, null where it is an entry's. */
export const readCheckpoint = (line: string): string | null => {
  if (!line.startsWith('{"checkpoint":')) return null
  const fields = fieldsOf(line, ['checkpoint'])
  return typeof fields !== 'string' && typeof fields['checkpoint'] === 'string' ? fields['checkpoint'] : null
}

/** The commitments of an entry, field → base64; empty where the body is none of ours. */
export const commitmentsOf = (body: string): ReadonlyMap<string, string> => {
  const commitments = new Map<string, string>()
  try {
    const value: unknown = JSON.parse(body)
    const personal = isFields(value) ? value['personal'] : undefined
    if (isFields(personal))
      for (const [field, given] of Object.entries(personal)) if (typeof given === 'string') commitments.set(field, given)
  } catch {
    // A body that isn't JSON has no commitments; that it isn't the body that was written, the tree says.
  }
  return commitments
}
