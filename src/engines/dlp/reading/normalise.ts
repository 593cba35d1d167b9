import { LOOKALIKES } from './lookalikes.ts'
import { ViewBuilder, type View } from './view.ts'

/**
 * Undoes what does not change how text looks to a person: invisible characters, compatibility forms (Unicode NFKC,
 * UAX #15), digits and spaces of other scripts, dashes, and letters that look like Latin ones (UTS #39) inside tokens
 * that are otherwise Latin. A whole word of another script stays what it is.
 */

/**
 * Blocks in which something may need folding; accented letters, typographic quotes and the scripts of whole words are
 * not among them. Hexadecimal code units, first and last.
 */
const SUSPECT_BLOCKS =
  '00a0 00ad 00b2-00b3 00b9 0131 0192 0237-036f 0370-052f 0531-058f 0600-0605 0610-061c 0660-0669 06f0-06f9 07c0-07c9 0966-096f 09e6-09ef 0a66-0a6f ' +
  '0ae6-0aef 0b66-0b6f 0be6-0bef 0c66-0c6f 0ce6-0cef 0d66-0d6f 0e50-0e59 0ed0-0ed9 0f20-0f29 1040-1049 115f-1160 13a0-13f5 17b4-17b5 17e0-17e9 180b-1819 ' +
  '1ab0-1aff 1d00-1dff 2000-2017 2024-202f 203c-2043 2047-2121 2123-218b 2212-2219 2460-24ff 2776-2793 2800 3000-3002 3164 3200-33ff a4d0-a4fd a620-a629 ' +
  'a700-a7ff d835-d83c db40 fb00-fb06 fe00-fffb'
const unit = (hex: string): string => String.raw`\u` + hex
/** Characters that reading may turn into others. */
export const SUSPECT = new RegExp(
  `[${SUSPECT_BLOCKS.split(' ')
    .map(block => block.split('-').map(unit).join('-'))
    .join('')}]`,
)

const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Me}\u2800]$/u
const MARK = /^(?=\p{Mn})\p{Script=Inherited}$/u
const DASH = /^[\u2010-\u2015\u2043\u2212\u02d7\ufe58\ufe63\uff0d\u058a]$/
/** Compatibility forms that are better left alone: they carry meaning in addresses and prose. */
const KEPT = /^[\u00a8\u00aa\u00af\u00b4\u00b5\u00b8\u00ba\u00bc-\u00be\u2026\u2122\u2103\u2109\u0e33\u0eb3]$/

export const normalise = (text: string): View => {
  if (!SUSPECT.test(text)) return { text }
  const units = text.length
  const builder = new ViewBuilder({ text })
  let plain = 0
  let i = 0
  while (i < units) {
    const code = text.codePointAt(i) ?? 0
    if (code < 128) {
      i++
      continue
    }
    const size = code > 0xffff ? 2 : 1
    const char = text.slice(i, i + size)
    const reads = readChar(char, code, text, i)
    if (reads !== char) {
      builder.copy(plain, i)
      if (reads === '') builder.omit(i, i + size)
      else builder.replace(i, i + size, reads)
      plain = i + size
    }
    i += size
  }
  if (plain === 0) return foldLookalikes({ text })
  builder.copy(plain, units)
  return foldLookalikes(builder.build())
}

const readChar = (char: string, code: number, text: string, at: number): string => {
  if (code >= 0xe0020 && code <= 0xe007e) return String.fromCharCode(code - 0xe0000)
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return String.fromCharCode(code - 0x1f1e6 + 65)
  if ((code >= 0x1f150 && code <= 0x1f169) || (code >= 0x1f170 && code <= 0x1f189)) return String.fromCharCode(((code - 0x1f150) % 32) + 65)
  if (INVISIBLE.test(char)) return ''
  if (MARK.test(char)) return isComposed(text, at) ? char : ''
  if (DASH.test(char)) return '-'
  if (code === 0x3002 || code === 0xff61) return /[A-Za-z0-9]/.test(text.charAt(at + 1)) ? '.' : char
  if (/^\p{Zs}$/u.test(char)) return ' '
  if (code === 0x2028 || code === 0x2029) return '\n'
  if (code >= 0x2776 && code <= 0x2793) return String(((code - 0x2776) % 10) + 1)
  if (code >= 0x24eb && code <= 0x24fe) return code >= 0x24f5 ? String(code - 0x24f4) : String(code - 0x24e0)
  if (code === 0x24ff || code === 0x1f10c) return '0'
  if (/^\p{Nd}$/u.test(char)) return digitOf(code)
  if (code < 0x100 && !/^[\u00b2\u00b3\u00b9]$/.test(char)) return char
  if (KEPT.test(char)) return char
  const folded = char.normalize('NFKC')
  return isLatin(folded) ? folded : char
}

/** Up to Latin Extended-B. */
const isLatin = (text: string): boolean => Array.from(text).every(char => char < '\u0250')
const isAscii = (text: string): boolean => Array.from(text).every(char => char < '\u0080')

/** Decimal digits stand in rows of ten that begin where the last property value was zero. */
const digitOf = (code: number): string => {
  let zero = code
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--
  if (code >= 0x1d7ce && code <= 0x1d7ff) return String((code - 0x1d7ce) % 10)
  return String((code - zero) % 10)
}

/** A combining mark stays where it makes an accented letter with the letter before it. */
const isComposed = (text: string, at: number): boolean => {
  const base = text.charAt(at - 1)
  return /\p{L}/u.test(base) && (base + text.charAt(at)).normalize('NFC').length === 1
}

const TOKEN = /[^\s]+/g
const FOREIGN = /[\u0131\u0192\u0237-\u02af\u0370-\u052f\u0531-\u058f\u13a0-\u13f5\u1d00-\u1dbf\ua4d0-\ua4fd\ua720-\ua7ff]/

/** Only in tokens that hold Latin letters or digits too, or that consist of nothing but look-alikes. */
const foldLookalikes = (view: View): View => {
  if (!FOREIGN.test(view.text)) return view
  let folded = ''
  let done = 0
  for (const match of view.text.matchAll(TOKEN)) {
    const token = match[0]
    if (!FOREIGN.test(token)) continue
    const reads = token.replace(/\P{ASCII}/gu, char => LOOKALIKES.get(char) ?? char)
    if (reads === token || !(/[A-Za-z0-9@]/.test(token) || isAscii(reads))) continue
    if (/[A-Za-z0-9@]/.test(token) && /[\u0370-\u052f]/.test(reads)) continue
    folded += view.text.slice(done, match.index) + reads
    done = match.index + token.length
  }
  return done === 0 ? view : { ...view, text: folded + view.text.slice(done) }
}
