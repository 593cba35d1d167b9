import { gzipSync, deflateSync } from 'node:zlib'

/** A way to write a value so that it looks harmless. Mechanical ones can be undone by rule; the others need understanding. */
export interface Trick {
  name: string
  mechanical: boolean
  hide(value: string): string
}

const mapped =
  (change: (char: string) => string) =>
  (value: string): string =>
    Array.from(value, change).join('')
const between =
  (mark: string) =>
  (value: string): string =>
    Array.from(value).join(mark)
const shifted = (digitZero: number) => mapped(char => (/\d/.test(char) ? String.fromCodePoint(digitZero + Number(char)) : char))
const alphabet = (upper: number, lower: number, zero: number) =>
  mapped(char => {
    const code = char.charCodeAt(0)
    if (/[A-Z]/.test(char) && upper > 0) return String.fromCodePoint(upper + code - 65)
    if (/[a-z]/.test(char) && lower > 0) return String.fromCodePoint(lower + code - 97)
    if (/\d/.test(char) && zero > 0) return String.fromCodePoint(zero + code - 48)
    return char
  })
const hexOf = (value: string): string => Buffer.from(value).toString('hex')
const table = (pairs: string) => {
  const map = new Map(pairs.split(' ').map(pair => [pair.charAt(0), pair.slice(1)]))
  return mapped(char => map.get(char) ?? char)
}
const base32 = (value: string): string => {
  const bits = Array.from(Buffer.from(value), byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map(five => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(Number.parseInt(five.padEnd(5, '0'), 2)))
    .join('')
}
const groupsWith =
  (mark: string) =>
  (value: string): string =>
    value.replace(/(?<=\d)[ -](?=\d)/g, mark)
const inserted =
  (mark: string, every: number) =>
  (value: string): string =>
    Array.from(value, (char, i) => (i > 0 && i % every === 0 ? mark + char : char)).join('')

const mechanical = (name: string, hide: (value: string) => string): Trick => ({ name, mechanical: true, hide })
const semantic = (name: string, hide: (value: string) => string): Trick => ({ name, mechanical: false, hide })

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

export const TRICKS: readonly Trick[] = [
  mechanical('zero-width space', between('\u200b')),
  mechanical('zero-width joiner', between('\u200d')),
  mechanical('zero-width non-joiner', inserted('\u200c', 3)),
  mechanical('word joiner', between('\u2060')),
  mechanical('soft hyphen', inserted('\u00ad', 2)),
  mechanical('byte order mark', inserted('\ufeff', 4)),
  mechanical('left-to-right marks', inserted('\u200e', 3)),
  mechanical('directional isolates', value => `\u2066${value}\u2069`),
  mechanical('Mongolian vowel separator', inserted('\u180e', 3)),
  mechanical('Hangul filler', inserted('\u3164', 4)),
  mechanical('variation selectors', between('\ufe0f')),
  mechanical('combining grapheme joiner', inserted('\u034f', 2)),
  mechanical('combining strokes', between('\u0336')),
  mechanical('combining enclosing circle', between('\u20dd')),
  mechanical('invisible plus', inserted('\u2064', 2)),
  mechanical('tag characters', value =>
    Array.from(value, char => (char < '\u007f' ? String.fromCodePoint(0xe0000 + char.charCodeAt(0)) : char)).join(''),
  ),
  mechanical(
    'full-width forms',
    mapped(char => (/[!-~]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char)),
  ),
  mechanical('mathematical bold', alphabet(0x1d400, 0x1d41a, 0x1d7ce)),
  mechanical('mathematical monospace', alphabet(0x1d670, 0x1d68a, 0x1d7f6)),
  mechanical('mathematical sans', alphabet(0x1d5a0, 0x1d5ba, 0x1d7e2)),
  mechanical('mathematical fraktur bold', alphabet(0x1d56c, 0x1d586, 0x1d7ec)),
  mechanical(
    'circled letters and digits',
    mapped(char =>
      /[A-Z]/.test(char)
        ? String.fromCodePoint(0x24b6 + char.charCodeAt(0) - 65)
        : /[a-z]/.test(char)
          ? String.fromCodePoint(0x24d0 + char.charCodeAt(0) - 97)
          : /[1-9]/.test(char)
            ? String.fromCodePoint(0x245f + Number(char))
            : char === '0'
              ? '\u24ea'
              : char,
    ),
  ),
  mechanical('Arabic-Indic digits', shifted(0x660)),
  mechanical('Persian digits', shifted(0x6f0)),
  mechanical('Devanagari digits', shifted(0x966)),
  mechanical('Bengali digits', shifted(0x9e6)),
  mechanical('Thai digits', shifted(0xe50)),
  mechanical('superscript digits', table('0\u2070 1\u00b9 2\u00b2 3\u00b3 4\u2074 5\u2075 6\u2076 7\u2077 8\u2078 9\u2079')),
  mechanical('subscript digits', shifted(0x2080)),
  mechanical(
    'keycap emoji',
    mapped(char => (/\d/.test(char) ? `${char}\ufe0f\u20e3` : char)),
  ),
  mechanical('Cyrillic look-alikes', table('aа eе oо pр cс xх yу iі sѕ jј AА BВ CС EЕ HН KК MМ OО PР TТ XХ')),
  mechanical('Greek look-alikes', table('oο AΑ BΒ EΕ ZΖ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ YΥ XΧ')),
  mechanical('small capitals', table('aᴀ bʙ cᴄ dᴅ eᴇ hʜ iɪ jᴊ kᴋ lʟ mᴍ nɴ oᴏ pᴘ rʀ tᴛ uᴜ vᴠ wᴡ zᴢ')),
  mechanical('no-break spaces', value => value.replace(/ /g, '\u00a0')),
  mechanical('thin spaces', value => value.replace(/ /g, '\u2009')),
  mechanical('ideographic spaces', value => value.replace(/ /g, '\u3000')),
  mechanical('en dashes', groupsWith('\u2013')),
  mechanical('figure dashes', groupsWith('\u2012')),
  mechanical('underscores between groups', groupsWith('_')),
  mechanical('slashes between groups', groupsWith(' / ')),
  mechanical('double spaces', groupsWith('  ')),
  mechanical('line breaks between groups', groupsWith('\n')),
  mechanical('bullets between groups', groupsWith(' • ')),
  mechanical('pipes between groups', groupsWith('|')),
  mechanical('commas between groups', groupsWith(', ')),
  mechanical('a space after each character', between(' ')),
  mechanical('a hyphen after each character', between('-')),
  mechanical('an underscore after each character', between('_')),
  mechanical('a pipe after each character', between('|')),
  mechanical('a line break after each character', between('\n')),
  mechanical(
    'percent escapes',
    mapped(char => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`),
  ),
  mechanical(
    'percent escapes twice',
    mapped(char => `%25${char.charCodeAt(0).toString(16).padStart(2, '0')}`),
  ),
  mechanical(
    'HTML decimal references',
    mapped(char => `&#${char.charCodeAt(0)};`),
  ),
  mechanical(
    'HTML hexadecimal references',
    mapped(char => `&#x${char.charCodeAt(0).toString(16)};`),
  ),
  mechanical(
    'HTML references without semicolon',
    mapped(char => `&#${char.charCodeAt(0)}`),
  ),
  mechanical('HTML tags inside', inserted('<b></b>', 3)),
  mechanical('HTML comments inside', inserted('<!-- x -->', 4)),
  mechanical(
    'JSON escapes',
    mapped(char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ),
  mechanical(
    'JavaScript hex escapes',
    mapped(char => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`),
  ),
  mechanical(
    'code point escapes',
    mapped(char => `\\u{${char.charCodeAt(0).toString(16)}}`),
  ),
  mechanical(
    'octal escapes',
    mapped(char => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`),
  ),
  mechanical(
    'quoted-printable',
    mapped(char => `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`),
  ),
  mechanical('quoted-printable soft breaks', inserted('=\r\n', 5)),
  mechanical('base64', value => Buffer.from(value).toString('base64')),
  mechanical('base64 for URLs', value => Buffer.from(value).toString('base64url')),
  mechanical('base64 twice', value => Buffer.from(Buffer.from(value).toString('base64')).toString('base64')),
  mechanical('base64 in lines', value =>
    (
      Buffer.from(`some words before and behind: ${value}, and so on for a while`)
        .toString('base64')
        .match(/.{1,48}/g) ?? []
    ).join('\n'),
  ),
  mechanical('hexadecimal', hexOf),
  mechanical('hexadecimal in pairs', value => (hexOf(value).match(/../g) ?? []).join(' ')),
  mechanical('base32', base32),
  mechanical('character codes', value => Array.from(value, char => String(char.charCodeAt(0))).join(' ')),
  mechanical('binary', value => Array.from(value, char => char.charCodeAt(0).toString(2).padStart(8, '0')).join(' ')),
  mechanical('gzip in base64', value => gzipSync(`data: ${value}`).toString('base64')),
  mechanical('zlib in base64', value => deflateSync(`data: ${value}`).toString('base64')),
  mechanical('UTF-16 in base64', value => Buffer.from(value, 'utf16le').toString('base64')),
  mechanical('string concatenation', inserted('" + "', 4)),
  semantic('reversed', value => Array.from(value).toReversed().join('')),
  semantic(
    'ROT13',
    mapped(char => char.replace(/[a-z]/i, c => String.fromCharCode(c.charCodeAt(0) + (c.toLowerCase() < 'n' ? 13 : -13)))),
  ),
  semantic(
    'digits as words',
    mapped(char => (/\d/.test(char) ? ` ${WORDS[Number(char)]} ` : char)),
  ),
  semantic('letters for digits', table('0O 1l 5S 8B')),
  semantic('leet', table('aA4 e3 i1 o0 s5 t7')),
  semantic(
    'digits plus one',
    mapped(char => (/\d/.test(char) ? String((Number(char) + 1) % 10) : char)),
  ),
  semantic(
    'told in halves',
    value => `${value.slice(0, value.length / 2)} and then comes, after a pause, ${value.slice(value.length / 2)}`,
  ),
  semantic(
    'Morse',
    mapped(char => `${['-----', '.----', '..---', '...--', '....-', '.....', '-....', '--...', '---..', '----.'][Number(char)] ?? char} `),
  ),
  semantic(
    'Roman numerals',
    mapped(char => (/[1-9]/.test(char) ? ` ${['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][Number(char) - 1]}` : char)),
  ),
]
