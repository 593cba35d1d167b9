import type { z } from 'zod'

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * What an entry is about. For a governed row (see `governed`): its version and the digest of its content, so that a row
 * changed behind the program's back no longer fits its newest entry. For anything else both are null.
 */
export interface Subject {
  readonly kind: string
  readonly id: string
  readonly version: number | null
  readonly digest: string | null
  /** The row is gone with this entry, and rightly so. */
  readonly ended?: true
}

/** Something that happened, as an operation records it. Actor, time and operation are added by `insertEntries`. */
export interface Entry {
  readonly type: string
  readonly version: number
  readonly subject: Subject
  /** Stands in the ledger for ever, in the clear: no names, no secrets, no free text. */
  readonly data: { readonly [key: string]: Json }
  /** Values about people or in their words. The ledger keeps a commitment; the value itself can be erased. */
  readonly personal: { readonly [field: string]: Json }
}

/** A type of entry, in one version of its payload; calling it makes an entry. */
export interface EntryType<D extends z.ZodType = z.ZodType, P extends string = string> {
  (content: { subject: Subject; data: z.input<D>; personal: { readonly [field in P]: Json } }): Entry
  readonly type: string
  readonly version: number
  readonly data: D
  readonly personal: readonly P[]
}

/**
 * Declares a type of entry. A payload that must change gets a further declaration with the next version; the earlier one
 * stays in its capability's `entries.ts`, because what was written with it stays in the ledger (see `entryTypes`).
 * The constructor throws where the content doesn't fit: that is a bug of the operation and rolls it back.
 */
export const defineEntry = <D extends z.ZodType<{ readonly [key: string]: Json }>, const P extends string>(declared: {
  type: string
  version: number
  data: D
  personal: readonly P[]
}): EntryType<D, P> => {
  const { type, version, data: schema, personal: fields } = declared
  const entry: EntryType<D, P> = Object.assign(
    ({ subject, data, personal }: Parameters<EntryType<D, P>>[0]): Entry => {
      const unknown = Object.keys(personal).filter(field => !fields.some(known => known === field))
      const missing = fields.filter(field => personal[field] === undefined)
      if (unknown.length + missing.length > 0)
        throw new Error(
          `${type} v${version} keeps the personal fields ${fields.join(', ') || 'none'}; wrong or missing: ${[...unknown, ...missing].join(', ')}`,
        )
      return { type, version, subject, data: schema.parse(data), personal }
    },
    { type, version, data: schema, personal: fields },
  )
  return entry
}

/**
 * All declared types by `type` and version. Throws unless every type has its versions from 1 to the newest without a gap,
 * so that whoever removes an old declaration while the ledger may hold such entries learns of it at start.
 */
export const entryTypes = (declared: readonly EntryType[]): ReadonlyMap<string, readonly EntryType[]> => {
  const byType = Map.groupBy(declared, ({ type }) => type)
  for (const [type, versions] of byType) {
    versions.sort((a, b) => a.version - b.version)
    versions.forEach(({ version }, i) => {
      if (version !== i + 1)
        throw new Error(`${type}: expected version ${i + 1}, found ${version}; each payload version is declared once and stays declared`)
    })
  }
  return byType
}
