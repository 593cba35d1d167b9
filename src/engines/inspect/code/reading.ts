import type { Assignment, HttpRequest } from '../model.ts'

/** What a piece of author-written code says about itself, without running it. */
export interface CodeReading {
  /** False where it could not be parsed: then nothing is known, which is not the same as nothing there. */
  parsed: boolean
  /** Connections it opens, by calls that do so. A URL that is only written down (a link in a text) is not one. */
  requests: HttpRequest[]
  /** Packages it imports: `pg`, `openai`, `google.cloud.bigquery`. */
  modules: string[]
  /** Names that it gives a literal URL, or a path behind another name's, for later steps that refer to them. */
  assigns: Assignment[]
  /** Connection strings by scheme (`postgres`, `mongodb+srv`), host and password left behind. */
  schemes: string[]
}

export const nothingKnown = (): CodeReading => ({ parsed: false, requests: [], modules: [], assigns: [], schemes: [] })

/** `postgres://…` in a literal opens a database, whatever the driver is called. */
export const schemeOf = (literal: string): string | null =>
  /^(?:jdbc:)?([a-z][a-z0-9+]{2,20}):\/\/\S/i.exec(literal)?.[1]?.toLowerCase() ?? null
