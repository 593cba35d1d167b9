import { MARK, type Survey } from '../types.ts'
import type { Spot } from './view.ts'

/** Encodings that replace single characters: each spot is one escape, or a row of them that together make UTF-8. */
export type SpotFinder = (text: string, survey: Survey) => Spot[]

const utf8 = new TextDecoder('utf-8', { fatal: true })

const bytesText = (bytes: readonly number[]): string | null => {
  try {
    return utf8.decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}

const spotsOf = (text: string, pattern: RegExp, read: (match: RegExpExecArray) => string | null): Spot[] => {
  const spots: Spot[] = []
  for (const match of text.matchAll(pattern)) {
    const reads = read(match)
    if (reads !== null && reads !== match[0]) spots.push({ start: match.index, end: match.index + match[0].length, text: reads })
  }
  return spots
}

const hexBytes = (text: string): number[] => Array.from(text.matchAll(/[0-9a-f]{2}/gi), match => Number.parseInt(match[0], 16))

const isAscii = (code: number): boolean => code >= 32 && code < 127

/** RFC 3986 §2.1, and the `%u0034` of ECMA-262 annex B. ASCII escapes one by one, so that offsets stay exact; others by the row. */
const percent: SpotFinder = (text, { marks }) =>
  (marks & MARK.percent) === 0
    ? []
    : spotsOf(text, /%u([0-9a-f]{4})|%[2-7][0-9a-f]|(?:%[89a-f][0-9a-f])+/gi, ([escape, unit]) =>
        unit === undefined ? bytesText(hexBytes(escape.replace(/%/g, ' '))) : String.fromCharCode(Number.parseInt(unit, 16)),
      )

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  commat: '@',
  period: '.',
  colon: ':',
  comma: ',',
  hyphen: '-',
  dash: '-',
  ndash: '-',
  mdash: '-',
  minus: '-',
  plus: '+',
  num: '#',
  sol: '/',
  bsol: '\\',
  lpar: '(',
  rpar: ')',
  lowbar: '_',
  equals: '=',
  excl: '!',
  quest: '?',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  ZeroWidthSpace: '',
  NoBreak: '',
  InvisibleComma: '',
  dollar: '$',
  percnt: '%',
  semi: ';',
  ast: '*',
  Tab: '\t',
  NewLine: '\n',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ntilde: 'ñ',
  oacute: 'ó',
  iacute: 'í',
  aacute: 'á',
  uacute: 'ú',
}

/** HTML 13.5 character references, decimal, hexadecimal and the named ones that matter here. */
const entities: SpotFinder = (text, { marks }) =>
  (marks & MARK.ampersand) === 0
    ? []
    : spotsOf(
        text,
        /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,16}))(?:;|(?=[&\s<"'])|(?<=&#\d{1,7}|&#[xX][0-9a-fA-F]{1,6})(?![\w]))/g,
        ([, decimal, hex, name]) => {
          if (name !== undefined) return NAMED[name] ?? null
          const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal)
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
        },
      )

/** Tags and comments in the middle of a value; what they mark up stays. */
const tags: SpotFinder = text =>
  text.includes('</') || text.includes('<!--') || text.includes('/>') || text.includes('<br') || text.includes('<wbr')
    ? spotsOf(text, /<(?:\/?[a-zA-Z][^<>]{0,120}|!--[^<>]{0,120}--)>/g, ([tag]) => (/^<(?:br|p|div|td|tr|li)\b/i.test(tag) ? ' ' : ''))
    : []

/** JSON (RFC 8259 §7), JavaScript, CSS and C escapes. */
const backslashes: SpotFinder = (text, { marks }) =>
  (marks & MARK.backslash) === 0
    ? []
    : spotsOf(
        text,
        /\\{1,2}(?:U([0-9A-Fa-f]{8})|[uU]([0-9A-Fa-f]{4})|[uU]\{([0-9A-Fa-f]{1,6})\}|[xX]([0-9A-Fa-f]{2})|0000([2-7][0-9A-Fa-f])(?: (?=\\))?|0{0,3}([2-7][0-9A-Fa-f])(?: (?=\\)|(?=\s))|([0-3][0-7]{2}|[0-7]{2})|(\r?\n|[nrtNRT"'/\\@.:-]))/g,
        ([, u8, u4, braced, x2, css6, css, octal, single]) => {
          // A backslash at the end of a line goes on in the next.
          if (single !== undefined) return single.endsWith('\n') ? '' : /[nrt]/i.test(single) ? '\n' : single
          const hex = u8 ?? u4 ?? braced ?? x2 ?? css6 ?? css
          const code = hex === undefined ? Number.parseInt(octal ?? '0', 8) : Number.parseInt(hex, 16)
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
        },
      )

/** RFC 2045 §6.7, with soft line breaks. */
const quotedPrintable: SpotFinder = (text, { marks }) =>
  (marks & MARK.equals) === 0
    ? []
    : spotsOf(text, /=\r?\n|=[2-7][0-9A-F](?=[A-Za-z.@=+-])|(?<==[2-7][0-9A-F])=[2-7][0-9A-F]|(?:=[89A-F][0-9A-F])+/g, ([escape]) =>
        /^=\r?\n/.test(escape) ? '' : bytesText(hexBytes(escape.replace(/=/g, ' '))),
      )

/** U+0034, 0x34 and &H34 one after another, in any of the usual lists. */
const codePoints: SpotFinder = text =>
  text.includes('U+') || text.includes('0x') || text.includes('u+')
    ? spotsOf(text, /(?:U\+|0x|&H)[0-9a-f]{2,6}(?:[\s,;]{0,2}(?:U\+|0x|&H)[0-9a-f]{2,6}){3,}/gi, ([row]) => {
        const codes = Array.from(row.matchAll(/(?:U\+|0x|&H)([0-9a-f]{2,6})/gi), ([, hex]) => Number.parseInt(hex ?? '', 16))
        return codes.every(code => isAscii(code)) ? String.fromCharCode(...codes.slice(0, 4096)) : null
      })
    : []

/** chr(52).chr(49), Chr(52) & Chr(49), CHAR(52)+CHAR(49). */
const CALL = String.raw`ch(?:ar|r|rw)\(\d{2,3}\)`
const CALLS = new RegExp(String.raw`${CALL}(?:\s?(?:[.&+,]|\|\|)\s?${CALL}){3,}`, 'gi')
const calls: SpotFinder = text =>
  /chr?w?\(|char\(/i.test(text)
    ? spotsOf(text, CALLS, ([row]) => {
        const codes = (row.match(/\d+/g) ?? []).map(Number)
        return codes.every(isAscii) ? String.fromCharCode(...codes.slice(0, 4096)) : null
      })
    : []

/** ["4", "1", …], '4','1', [4][1], (4)(1): one character each. */
const CHARACTERS = /(["'])[^"'\\\n]\1(?:, ?(["'])[^"'\\\n]\2){5,}|(?:\[[^\s[\]]\]){6,}|(?:\([^\s()]\)){6,}|(?:\{[^\s{}]\}){6,}/g
const characters: SpotFinder = text =>
  /["'], ?["']|\]\[|\)\(|\}\{/.test(text)
    ? spotsOf(text, CHARACTERS, ([row]) =>
        /^["']/.test(row) ? Array.from(row.matchAll(/(["'])(.)\1/g), ([, , char]) => char).join('') : row.replace(/[[\](){}]/g, ''),
      )
    : []

/** "4111" + "1111", '4111' . '1111', 'a' || 'b'. */
const concatenations: SpotFinder = text =>
  /["'`] ?(?:\.{1,2}|[+&]|\|\|)\s{0,9}["'`]/.test(text) ? spotsOf(text, /["'`] ?(?:\.{1,2}|[+&]|\|\|)\s{0,9}["'`]/g, () => '') : []

export const ESCAPES: readonly SpotFinder[] = [
  percent,
  entities,
  tags,
  backslashes,
  quotedPrintable,
  codePoints,
  calls,
  characters,
  concatenations,
]
