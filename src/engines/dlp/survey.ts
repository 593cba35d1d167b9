import { MARK, type Page, type Survey } from './types.ts'

const DIGIT = 1
const RUN = 2
const AT = 4
const ASSIGN = 8
const MARKED = 16

const classes = new Uint8Array(128)
const markOf = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code)
  if (/[0-9]/.test(char)) classes[code] = DIGIT | RUN
  else if (/[A-Za-z+/_\-.=%~]/.test(char)) classes[code] = RUN
  if (char === '@') classes[code] = AT
  if (char === ':' || char === '=') classes[code] = (classes[code] ?? 0) | ASSIGN
  const mark = { '%': MARK.percent, '&': MARK.ampersand, '\\': MARK.backslash, '=': MARK.equals }[char]
  if (mark !== undefined) {
    classes[code] = (classes[code] ?? 0) | MARKED
    markOf[code] = mark
  }
}

/** How far a stretch reaches to each side of a digit, so that "GB", "Dr." or a month's name is inside it. */
const REACH = 24
/** No written number is longer. */
const LONGEST_NUMBER = 64
/** The local part of an e-mail address (RFC 5321 §4.5.3.1). */
const LONGEST_LOCAL = 64
/** The shortest that base64 of an identity number can be. */
const LONG_RUN = 14

/**
 * One pass: everything detectors start from. Linear, and cheap enough to pay for skipping the rest. What stands before
 * `begin` has been looked at, what starts at `to` or behind will be; signs are gathered there as far as they concern
 * what lies between.
 */
export const survey = (text: string, begin = 0, to = text.length): Survey => {
  const digits: number[] = []
  const ats: number[] = []
  const runs: number[] = []
  const assignments: number[] = []
  let marks = 0
  let firstDigit = -1
  let lastDigit = -1
  let runStart = -1
  const length = text.length
  for (let i = 0; i < begin; i++) {
    const code = text.charCodeAt(i)
    const kind = code < 128 ? (classes[code] ?? 0) : 0
    if ((kind & ASSIGN) !== 0) assignments.push(i)
    if ((kind & MARKED) !== 0) marks |= markOf[code] ?? 0
  }
  for (let i = begin; i < length; i++) {
    const code = text.charCodeAt(i)
    const kind = code < 128 ? (classes[code] ?? 0) : 0
    if ((kind & RUN) !== 0) {
      if (runStart < 0) runStart = i
      if (kind === RUN) continue
      if ((kind & DIGIT) !== 0) {
        if (i >= to && (firstDigit < 0 || i - lastDigit > 2 * REACH)) continue
        if (firstDigit < 0) firstDigit = i
        else if (i - lastDigit > 2 * REACH) {
          digits.push(snapBack(text, firstDigit, begin), snapOn(text, lastDigit))
          firstDigit = i
        }
        if (i < to + LONGEST_NUMBER) lastDigit = i
        continue
      }
    } else if (runStart >= 0) {
      if (i - runStart >= LONG_RUN && runStart < to) runs.push(runStart, i)
      runStart = -1
    }
    if (kind === 0) continue
    if ((kind & AT) !== 0 && i < to + LONGEST_LOCAL) ats.push(i)
    if ((kind & ASSIGN) !== 0 && i < to + REACH) assignments.push(i)
    if ((kind & MARKED) !== 0) marks |= markOf[code] ?? 0
  }
  if (runStart >= 0 && length - runStart >= LONG_RUN && runStart < to) runs.push(runStart, length)
  if (firstDigit >= 0) digits.push(snapBack(text, firstDigit, begin), snapOn(text, lastDigit))
  return { digits: joined(digits), ats, runs, assignments, marks }
}

/** Of a text that holds nothing but words. */
export const EMPTY: Survey = { digits: [], ats: [], runs: [], assignments: [], marks: 0 }

export const pageOf = (text: string, from: number, to: number): Page => ({ text, from, to, survey: survey(text, from, to) })

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

/** To the left by `REACH`, then on to the nearest white space, at most as far again: no token is cut unless it is huge. One unit before `begin` tells whether it begins a token. */
const snapBack = (text: string, from: number, begin: number): number => {
  const least = Math.max(0, begin - 1)
  let at = Math.max(least, from - REACH)
  const limit = Math.max(least, at - 8 * REACH)
  while (at > limit && !isSpace(text.charCodeAt(at - 1))) at--
  return at
}

const snapOn = (text: string, from: number): number => {
  let at = Math.min(text.length, from + 1 + REACH)
  const limit = Math.min(text.length, at + 8 * REACH)
  while (at < limit && !isSpace(text.charCodeAt(at))) at++
  return at
}

const joined = (pairs: readonly number[]): number[] => {
  const merged: number[] = []
  for (let i = 0; i < pairs.length; i += 2) {
    const start = pairs[i] ?? 0
    const end = pairs[i + 1] ?? 0
    if (merged.length > 0 && start <= (merged[merged.length - 1] ?? 0)) merged[merged.length - 1] = end
    else merged.push(start, end)
  }
  return merged
}
