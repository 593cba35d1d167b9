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
/** The shortest that base64 of an identity number can be. */
const LONG_RUN = 14

/** One pass: everything detectors start from. Linear, and cheap enough to pay for skipping the rest. */
export const survey = (text: string): Survey => {
  const digits: number[] = []
  const ats: number[] = []
  const runs: number[] = []
  const assignments: number[] = []
  let marks = 0
  let firstDigit = -1
  let lastDigit = -1
  let runStart = -1
  const length = text.length
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    const kind = code < 128 ? (classes[code] ?? 0) : 0
    if ((kind & RUN) !== 0) {
      if (runStart < 0) runStart = i
      if (kind === RUN) continue
      if ((kind & DIGIT) !== 0) {
        if (firstDigit < 0) firstDigit = i
        else if (i - lastDigit > 2 * REACH) {
          digits.push(snapBack(text, firstDigit), snapOn(text, lastDigit))
          firstDigit = i
        }
        lastDigit = i
        continue
      }
    } else if (runStart >= 0) {
      if (i - runStart >= LONG_RUN) runs.push(runStart, i)
      runStart = -1
    }
    if (kind === 0) continue
    if ((kind & AT) !== 0) ats.push(i)
    if ((kind & ASSIGN) !== 0) assignments.push(i)
    if ((kind & MARKED) !== 0) marks |= markOf[code] ?? 0
  }
  if (runStart >= 0 && length - runStart >= LONG_RUN) runs.push(runStart, length)
  if (firstDigit >= 0) digits.push(snapBack(text, firstDigit), snapOn(text, lastDigit))
  return { digits: joined(digits), ats, runs, assignments, marks }
}

export const pageOf = (text: string): Page => ({ text, survey: survey(text) })

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

/** To the left by `REACH`, then on to the nearest white space, at most as far again: no token is cut unless it is huge. */
const snapBack = (text: string, from: number): number => {
  let at = Math.max(0, from - REACH)
  const limit = Math.max(0, at - 8 * REACH)
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
