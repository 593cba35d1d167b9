import type { SpotFinder } from './escapes.ts'
import type { Spot } from './view.ts'

/**
 * Values cut into pieces of one length with the same mark between them, whatever the mark: "AKIA|Q3EG|RWXJ",
 * "erik · a.mu · ster". Equal lengths tell them from words and lists; the last piece may be shorter, the first longer.
 */
const SHORTEST = 3
const LONGEST = 8
/** Blobs are wrapped and spaced in longer pieces. */
const LONGEST_LINE = 76
const MOST_MARKS = 6

/** One character, some of the same, or one set off by spaces; what separates fields and lines of code is longer. */
const MARK = /^(?:(\s)\1{0,2}|\r\n| ?([^\w\s]|_|\p{Extended_Pictographic})\2{0,2} ?|[^\w\s"',]{3,6}|" ")$/u
/** Marks that stand between words, numbers and fields anyway: more of them must agree. */
const USUAL = /[\s,.:;/"'()[\]{}=-]/
const COMMON_MARKS: ReadonlySet<number> = new Set(Array.from(' ,.:;/"\'()[]{}=-\n\r\t@<>', char => char.charCodeAt(0)))
/** Long enough for a value, and neither a word nor a number. */
const TELLING = /^(?=.{9})(?:\S*@|(?=\S*\d)\S*[A-Za-z.])\S*$/

/** The marks between such pieces, to be left out. */
export const chunks: SpotFinder = text => {
  const spots: Spot[] = []
  for (const mark of marksOf(text)) {
    const places: number[] = []
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) places.push(at)
    for (let i = 0; i + 1 < places.length;) {
      const chain = chainAt(places, i, mark)
      const row = places.slice(i, i + chain + 1)
      if (chain > 0) for (const at of within(text, row, mark)) spots.push({ start: at, end: at + mark.length, text: '' })
      i += Math.max(1, chain)
    }
  }
  return withoutOverlaps(spots)
}

/**
 * What may be such a mark, in one pass: whatever stands three times at equal steps, and rare marks that stand twice
 * within a piece's reach, beside a mark of the value's own or not.
 */
const marksOf = (text: string): Set<string> => {
  const marks = new Set<string>()
  const lastSeen = new Map<number, number>()
  const add = (mark: string): void => void (marks.size < MOST_MARKS && MARK.test(mark) && marks.add(mark))
  let begun = -1
  let previous = { at: -1, length: 0, step: 0, equal: 0 }
  for (let i = 0; i <= text.length; i++) {
    const code = text.charCodeAt(i)
    if (i < text.length && !isAlphanumeric(code)) {
      if (begun < 0) begun = i
      if (isRare(code)) {
        const distance = i - (lastSeen.get(code) ?? -LONGEST_LINE)
        if (distance > SHORTEST && distance <= LONGEST + 6) add(text.charAt(i))
        lastSeen.set(code, i)
      }
    } else if (begun >= 0) {
      const length = i - begun
      const step = begun - previous.at
      const same = length === previous.length && step - length >= SHORTEST && text.charCodeAt(begun) === text.charCodeAt(previous.at)
      const equal = same && step === previous.step ? previous.equal + 1 : 0
      if (same && (equal > 1 || (step <= LONGEST + 6 && !USUAL.test(text.charAt(begun))))) add(text.slice(begun, i))
      previous = { at: begun, length, step, equal }
      begun = -1
    }
  }
  return marks
}

const isAlphanumeric = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code > 0xbf && code < 0x250)
const isRare = (code: number): boolean => code < 128 && !COMMON_MARKS.has(code)

/** How many equal pieces stand one after another behind the mark at `i`. */
const chainAt = (places: readonly number[], i: number, mark: string): number => {
  const step = (places[i + 1] ?? 0) - (places[i] ?? 0)
  const piece = step - mark.length
  if (piece < SHORTEST || piece > (/^\s+$/.test(mark) ? LONGEST_LINE : LONGEST)) return 0
  let chain = 1
  while ((places[i + chain + 1] ?? 0) - (places[i + chain] ?? 0) === step) chain++
  return chain >= (USUAL.test(mark) ? 3 : 1) ? chain : 0
}

/**
 * The marks that lie within a value, if the pieces together may be one: the piece before the first counts when it is as
 * long as the others, and a small word behind white space is a word.
 */
const within = (text: string, row: readonly number[], mark: string): readonly number[] => {
  const [first = 0, second = 0] = row
  const piece = second - first - mark.length
  const left = first - piece
  const leads = left >= 0 && !/[A-Za-z0-9]/.test(text.charAt(left - 1)) && !/\s/.test(text.slice(left, first))
  const beyond = (row.at(-1) ?? 0) + mark.length
  const rest = /^\S*/.exec(text.slice(beyond, beyond + piece))?.[0] ?? ''
  const trails = !(/^\s+$/.test(mark) && /^[a-z]*$/.test(rest))
  const start = leads ? left : first + mark.length
  const end = trails ? beyond + rest.length : beyond - mark.length
  if (!TELLING.test(text.slice(start, end).split(mark).join(''))) return []
  return row.slice(leads ? 0 : 1, trails ? undefined : -1)
}

const withoutOverlaps = (spots: readonly Spot[]): Spot[] => {
  const kept: Spot[] = []
  for (const spot of spots.toSorted((a, b) => a.start - b.start)) if (spot.start >= (kept.at(-1)?.end ?? 0)) kept.push(spot)
  return kept
}
