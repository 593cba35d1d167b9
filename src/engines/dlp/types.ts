import type { InfoType } from '#src/kernel/info-types.ts'

export { INFO_TYPES, type InfoType } from '#src/kernel/info-types.ts'

/**
 * One piece of sensitive data. `start` and `end` are UTF-16 code units of the text that was handed in, end exclusive,
 * also when the value was found behind an encoding. `confidence` is 0–1; how it is made stands in `docs/scanner.md`.
 */
export interface Finding {
  /** An `InfoType`, or the id of a company-defined detector. */
  type: string
  start: number
  end: number
  confidence: number
  /** What sort of secret, card or address it is (`aws-access-key`, `visa`, `bitcoin`), where that is known. */
  kind?: string
}

/** Text as detectors see it, with what one pass over it noticed. */
export interface Page {
  readonly text: string
  /** What stands before has been judged; it is there for its labels. */
  readonly from: number
  /** What starts here or behind will be judged when more is known. */
  readonly to: number
  readonly survey: Survey
}

/** Where detectors may start; anything else of the text is never looked at again. */
export interface Survey {
  /** Pairs start, end: stretches around digits, cut at white space, none overlapping. */
  readonly digits: readonly number[]
  /** Positions of `@`. */
  readonly ats: readonly number[]
  /** Pairs start, end: unbroken runs of at least 14 letters, digits and `+ / _ - . = % ~`. */
  readonly runs: readonly number[]
  /** Positions of `:` and `=`. */
  readonly assignments: readonly number[]
  /** Bit set of the marks that encodings leave behind: see `MARK`. */
  readonly marks: number
}

export const MARK = { percent: 1, ampersand: 2, backslash: 4, equals: 8 } as const

export type Report = (finding: Finding) => void

/**
 * One family of detectors: plain data, plus a function where a table is not enough. `examples` are its proof and are
 * run by one suite: in `found`, what must be found stands between « and »; in `ignored`, the type must not appear.
 */
export interface Detector {
  family: string
  types: readonly InfoType[]
  /** Numbers of fixed written shape, all matched together in one walk. */
  forms?: readonly Form[]
  find?(page: Page, report: Report): void
  examples: readonly Example[]
}

export interface Example {
  type: InfoType
  found: readonly string[]
  ignored: readonly string[]
}

/** A number or code with fixed shapes. Confidence is `labelled` with one of `label` nearby, else `alone`. */
export interface Form {
  type: InfoType
  kind?: string
  /** `#` a digit, `A` a letter of either case, anything else itself: `###-##-####`. */
  written: readonly string[]
  /** Check digits and number ranges. `compact`: upper case without separators. */
  check?: (compact: string, raw: string) => boolean
  /** Words that name it, in the languages of its country and English. */
  label?: RegExp
  /** Confidence without such a word; 0 when shape and check alone say too little. */
  alone: number
  labelled: number
}
