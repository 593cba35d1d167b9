import { chunks } from './chunks.ts'
import type { SpotFinder } from './escapes.ts'
import type { Spot } from './view.ts'

/** Values pulled apart or spelled out for the eye: read them together again. */

/** "4 1 1 1 …", "j-o-h-n-@-…": single characters with the same mark between them. */
const ELEMENT = '[A-Za-z0-9@+._:~/=-]'
const SINGLES = new RegExp(
  String.raw`(?<![A-Za-z0-9])[A-Za-z0-9@+](?:([ \t\n]{1,3}|[-_.*|/,~·•]|, | [-.|/·•] )${ELEMENT})(?:(?:\1|\1 \1|\1\1\1)${ELEMENT}){6,300}(?![A-Za-z0-9])`,
  'g',
)

const singles: SpotFinder = text => {
  const spots: Spot[] = []
  for (const match of text.matchAll(SINGLES)) {
    const mark = match[1] ?? ' '
    let reads = match[0].charAt(0)
    for (let i = 1; i < match[0].length; i++) {
      let marks = 0
      for (; match[0].startsWith(mark, i); i += mark.length) marks++
      // Three in a row: the mark itself, with one on each side.
      if (marks === 3 && mark.trim() !== '') reads += mark
      if (match[0].charAt(i) !== ' ') reads += match[0].charAt(i)
      else if (match[0].startsWith(mark, i + 1)) i += mark.length
    }
    spots.push({ start: match.index, end: match.index + match[0].length, text: reads })
  }
  return spots
}

/** Groups of digits with unusual marks between them: "4111_1111_1111_1111", "536 / 90 / 4399", one group a line. */
const GROUPED = /(?<![A-Za-z0-9.,])[A-Za-z]{0,2}\d+(?:[^\w\n+]{1,5}[A-Za-z]{0,4}\d+[A-Za-z]?|_{1,3}\d+|\s{1,4}\d+){1,18}(?![A-Za-z0-9])/g

/** One space or hyphen between groups, the same throughout: the written forms know these. */
const USUAL = /^[A-Za-z0-9]+(?:([ -])[A-Za-z0-9]+)(?:\1[A-Za-z0-9]+)*$/
/** Groupings in which cards and identity numbers are written anyway, and dates. */
const FAMILIAR =
  /^(?:\d{4}([ -])\d{4}\1\d{4}(?:\1\d{4})?|\d{4}([ -])\d{6}\2\d{4,5}|\d{3}([ -])\d{2,3}\3\d{3,4}|\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?.*)$/

/** "[11.05.24, 09:41": the stamp of a message. */
const DAY_AND_TIME = /\d{1,2}([./-])\d{1,2}\1\d{2,4},? \d{1,2}:\d\d/

/** "0.5.3 / 2015-05-10", "7.3.0 (2020-06-11": what ends in a day was numbered, not pulled apart. */
const ENDS_IN_A_DAY = /(?<!\d)(?:(?:19|20)\d\d([-./])\d\d\1\d\d|\d\d([./])\d\d\2(?:19|20)\d\d)$/

const grouped =
  (mark: string): SpotFinder =>
  (text, { digits }) => {
    const spots: Spot[] = []
    for (let w = 0; w < digits.length; w += 2) {
      const from = digits[w] ?? 0
      const to = digits[w + 1] ?? 0
      if (to - from < 9) continue
      for (const match of text.slice(from, to).matchAll(GROUPED)) {
        const count = match[0].replace(/\D/g, '').length
        if (count < 9 || count > 34 || (mark === '' ? FAMILIAR : USUAL).test(match[0])) continue
        if (ENDS_IN_A_DAY.test(match[0]) || DAY_AND_TIME.test(match[0])) continue
        const reads = match[0].replace(/[^A-Za-z0-9]+/g, mark)
        if (reads !== match[0]) spots.push({ start: from + match.index, end: from + match.index + match[0].length, text: reads })
      }
    }
    return spots
  }

/** Letters typed for digits: O for 0, l and I for 1, S for 5, B for 8, Z for 2. */
const DIGITLIKE: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  l: '1',
  I: '1',
  i: '1',
  '|': '1',
  '!': '1',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
  z: '2',
  b: '6',
  G: '6',
  g: '9',
  q: '9',
  A: '4',
  E: '3',
  T: '7',
}
const DIGITED = /(?<![A-Za-z0-9])[\dOoQDlIi|!SsBZzbGgqAET](?:[ -]?[\dOoQDlIi|!SsBZzbGgqAET]){8,22}(?![A-Za-z0-9])/g

const digitlike: SpotFinder = (text, { digits }) => {
  const spots: Spot[] = []
  for (let w = 0; w < digits.length; w += 2) {
    const from = digits[w] ?? 0
    for (const match of text.slice(from, digits[w + 1]).matchAll(DIGITED)) {
      const letters = match[0].replace(/[\d -]/g, '').length
      const count = match[0].replace(/\D/g, '').length
      if (letters === 0 || count < 4 || letters > 2 * count) continue
      spots.push({
        start: from + match.index,
        end: from + match.index + match[0].length,
        text: match[0].replace(/[^\d -]/g, char => DIGITLIKE[char] ?? char),
      })
    }
  }
  return spots
}

const AT = String.raw`(?: ?[\[({<] ?(?:at|@|arroba|ät|chez|klammeraffe) ?[\])}>] ?| (?:at|arroba) |[_-]at[_-]| ?@ ?)`
const DOT = String.raw`(?: ?[\[({<] ?(?:dot|\.|punkt|point|punto|ponto) ?[\])}>] ?| (?:dot|punkt|point|punto|ponto) |[_-]dot[_-]| ?\. ?)`
const SPOKEN_ADDRESS = new RegExp(
  String.raw`(?<![A-Za-z0-9])[A-Za-z0-9](?:[A-Za-z0-9_+-]|${DOT}(?=[A-Za-z0-9_+-])){0,60}${AT}[A-Za-z0-9-]{1,60}(?:${DOT}[A-Za-z0-9-]{2,30}){1,4}(?![A-Za-z0-9])`,
  'gi',
)
const SPOKEN_HINT =
  /[[({<] ?(?:at|dot|@|\.|arroba|punkt|point|punto|ponto) ?[\])}>]| (?:dot|punkt|punto|ponto|arroba) |[_-]at[_-]| @ |@ | @|\w \. ?\w/i
const AT_SIGN = new RegExp(AT, 'gi')
const DOT_SIGN = new RegExp(DOT, 'gi')

/** "john [at] example (dot) com", "john at example dot com". */
const spokenAddresses: SpotFinder = text => {
  if (!SPOKEN_HINT.test(text)) return []
  const spots: Spot[] = []
  for (const match of text.matchAll(SPOKEN_ADDRESS)) {
    const reads = match[0].replace(AT_SIGN, '@').replace(DOT_SIGN, '.')
    if (reads !== match[0] && /(?:dot|punkt|point|punto|ponto|[\])}>]| @|@ )/i.test(match[0]))
      spots.push({ start: match.index, end: match.index + match[0].length, text: reads })
  }
  return spots
}

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  nought: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  null: '0',
  eins: '1',
  zwei: '2',
  zwo: '2',
  drei: '3',
  vier: '4',
  fünf: '5',
  sechs: '6',
  sieben: '7',
  acht: '8',
  neun: '9',
  zéro: '0',
  un: '1',
  deux: '2',
  trois: '3',
  quatre: '4',
  cinq: '5',
  sept: '7',
  huit: '8',
  neuf: '9',
  cero: '0',
  uno: '1',
  dos: '2',
  tres: '3',
  cuatro: '4',
  cinco: '5',
  seis: '6',
  siete: '7',
  ocho: '8',
  nueve: '9',
  due: '2',
  tre: '3',
  quattro: '4',
  cinque: '5',
  sei: '6',
  sette: '7',
  otto: '8',
  nove: '9',
  dash: '-',
  hyphen: '-',
  minus: '-',
  dot: '.',
  space: ' ',
}
/** Every word above, for those who must know where such a row may begin. */
export const NUMBER_WORD_SET: ReadonlySet<string> = new Set([...Object.keys(NUMBER_WORDS), 'double', 'triple'])
const NUMBER_WORD = Object.keys(NUMBER_WORDS).join('|')
const APART = String.raw`[^\p{L}\p{N}]{1,5}`
const SPELLED = new RegExp(
  `(?<![\\p{L}])(?:(?:double|triple) )?(?:${NUMBER_WORD})(?:${APART}(?:(?:double|triple) )?(?:${NUMBER_WORD})){5,60}(?![\\p{L}])`,
  'giu',
)
/** Six digits in a row without any of these sounds do not occur. */
const SPELLED_HINT =
  /(?:ero|ine|ight|even|ive|our|hree|eun|cht|eben|ünf|ier|rei|uit|ept|inq|atre|cho|ete|nco|tro|ull|wo|ne|ei|ix|ve)[ ,.-]{1,3}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|null|eins|zw|drei|vier|fünf|sechs|sieben|acht|neun|z[ée]ro|un|deux|trois|quatre|cinq|sept|huit|neuf|cero|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|due|tre|sei|otto|nove)[ ,.-]/i

const spelledDigits: SpotFinder = text => {
  if (!SPELLED_HINT.test(text)) return []
  const spots: Spot[] = []
  for (const match of text.matchAll(SPELLED)) {
    let reads = ''
    let times = 1
    for (const [word] of match[0].toLowerCase().matchAll(/\p{L}+|[./:-]/gu)) {
      if (/^[./:-]$/.test(word)) reads += word
      else if (word === 'double' || word === 'triple') times = word === 'double' ? 2 : 3
      else {
        reads += (NUMBER_WORDS[word] ?? '').repeat(times)
        times = 1
      }
    }
    spots.push({ start: match.index, end: match.index + match[0].length, text: reads })
  }
  return spots
}

export const SPOKEN: readonly SpotFinder[] = [singles, chunks, spokenAddresses, spelledDigits]
/** These join what may not belong together, so only types that a check digit or a strict form proves are believed. */
export const JOINED: readonly SpotFinder[] = [grouped('-'), grouped(''), digitlike]
