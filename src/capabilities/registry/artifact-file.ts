import { hash } from 'node:crypto'
import { z } from 'zod'
import type { Charter } from '#src/engines/charter/index.ts'
import type { Inspection } from '#src/engines/inspect/index.ts'
import { declaredFrom } from '#src/engines/inspect/index.ts'
import { refuse, Refusal } from '#src/kernel/refusal.ts'
import { text } from '#src/kernel/text.ts'
import { keptEvidence, seenIn } from './seen.ts'
import { shownText } from './shown-text.ts'

const MOST_BYTES = 5_000_000

/** What a request with such a file may weigh: base64 takes four bytes for three. */
export const fileRequestBytes = Math.ceil(MOST_BYTES / 3) * 4 + 4096

export const artifactFile = () =>
  z.strictObject({
    name: text(200).describe('What the file is called.'),
    content: z.string().describe('Its bytes in base64; at most 5 MB. They are read and not kept.'),
  })

type Given = z.output<ReturnType<typeof artifactFile>>

/** Reads a file; given by whoever puts the program together, because it takes a thread. */
export type ReadFile = (file: { name: string; bytes: Uint8Array }) => Promise<Inspection>

/** A file as it was read: what it shows, and what of that is kept whatever the charter. */
export interface ReadArtifact {
  inspection: Inspection
  kept: ReturnType<typeof keptOf>
}

/** @throws Refusal about the field `file`, for what is no artifact, too large, or not whole. */
export const readArtifact = async (readFile: ReadFile, { name, content }: Given): Promise<ReadArtifact> => {
  const bytes = bytesOf(content)
  try {
    const inspection = await readFile({ name, bytes })
    return {
      inspection,
      kept: keptOf(inspection, { fileName: shownText(name), fileBytes: bytes.length, fileDigest: hash('sha256', bytes, 'hex') }),
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const blockers = error.blockers.map(blocker => ({ ...blocker, field: 'file' }))
    throw new Refusal(error.kind, error.code, error.message, blockers)
  }
}

const bytesOf = (content: string): Uint8Array => {
  if (content.length > fileRequestBytes) throw tooLarge()
  let bytes: Uint8Array
  try {
    bytes = Uint8Array.fromBase64(content)
  } catch {
    throw refuse(
      'invalid',
      'file-damaged',
      'The file did not arrive whole.',
      'Choose it again. A program sends its bytes in base64.',
      'file',
    )
  }
  if (bytes.length > MOST_BYTES) throw tooLarge()
  if (bytes.length === 0)
    throw refuse('invalid', 'file-empty', 'The file is empty.', 'Export the automation again, and choose that file.', 'file')
  return bytes
}

const tooLarge = (): Refusal =>
  refuse(
    'too-large',
    'artifact-too-large',
    `The file is larger than ${MOST_BYTES / 1_000_000} MB.`,
    'Export the one automation you mean, not a backup of everything, and try again.',
    'file',
  )

const MOST_LINES = 50

const keptOf = (inspection: Inspection, file: { fileName: string; fileBytes: number; fileDigest: string }) => {
  const { format, name, digest, questions, warnings } = inspection
  return {
    ...file,
    format,
    artifactName: name === null ? null : shownText(name),
    artifactDigest: digest,
    ...keptEvidence(inspection),
    questions: questions.slice(0, MOST_LINES).map(({ question, where }) => ({ question, where: shownText(where) })),
    warnings: warnings.slice(0, MOST_LINES).map(shownText),
  }
}

/** What of it decides under this charter, and the row that keeps where that comes from. */
export const readUnder = (charter: Charter, { inspection, kept }: ReadArtifact) => ({
  seen: seenIn(charter, inspection),
  row: { ...kept, asks: asksOf(charter, inspection) },
})

/** Each fact is asked about once; of those that this charter asks about. */
const asksOf = ({ questions }: Charter, inspection: Inspection) => {
  const asks = declaredFrom(inspection).ask.filter(({ fact }) => questions.some(({ id }) => id === fact))
  return [...new Map(asks.map(({ fact, because }) => [fact, { fact, because }])).values()]
}
