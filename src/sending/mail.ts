import { lineText, oneLine } from './letter.ts'
import type { Language, Letter, Linked } from './letter.ts'

/** A letter as mail, without who it is from and to. */
export interface Mail {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
  readonly attachments: readonly { readonly filename: string; readonly contentType: string; readonly content: string }[]
}

/**
 * Both forms of a mail say the same. The HTML loads nothing from anywhere and sets no colour but the button's, so that a
 * dark mailbox stays dark and nobody learns who opened what.
 * @param preferences the page where the reader changes what they get
 */
export const mailOf = (letter: Letter, preferences: string): Mail => ({
  subject: oneLine(letter.subject),
  text: plain(letter, preferences),
  html: hypertext(letter, preferences),
  headers: {
    // A page rather than one click: leaving needs no less than being signed in (RFC 2369 §3.2; RFC 8058 is for lists).
    'list-unsubscribe': `<${preferences}>`,
    // So that nobody's "I am on holiday" comes back (RFC 3834 §5).
    'auto-submitted': 'auto-generated',
  },
  attachments:
    letter.calendar === undefined
      ? []
      : [{ filename: 'date.ics', contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content: letter.calendar }],
})

const change: Readonly<Record<Language, string>> = { en: 'Change what you get', de: 'Ändern, was Sie bekommen' }

/** The reason stands below the line that begins a signature (RFC 3676 §4.3). */
const plain = ({ greeting, lines, action, reason, language }: Letter, preferences: string): string =>
  [
    oneLine(greeting),
    ...lines.map(line => (typeof line === 'string' ? lineText(line) : `${lineText(line)}\n${line.url}`)),
    ...(action ? [`${oneLine(action.label)}:\n${action.url}`] : []),
    `-- \n${oneLine(reason)}\n${change[language]}: ${preferences}\n`,
  ].join('\n\n')

const hypertext = ({ subject, greeting, lines, action, reason, language }: Letter, preferences: string): string =>
  [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escaped(oneLine(subject))}</title></head>`,
    '<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 40em; margin: 0 auto; padding: 16px">',
    `<p>${escaped(oneLine(greeting))}</p>`,
    ...lines.map(paragraph),
    ...(action ? [`<p><a href="${escaped(action.url)}" style="${button}">${escaped(oneLine(action.label))}</a></p>`] : []),
    `<hr style="border: 0; border-top: 1px solid #808080"><p style="font-size: 14px">${escaped(oneLine(reason))}<br>`,
    `<a href="${escaped(preferences)}">${change[language]}</a></p>`,
    '</body></html>',
  ].join('\n')

/** White on dark blue: 8.6 to 1, whatever is around it. */
const button =
  'display: inline-block; padding: 10px 18px; border: 1px solid #ffffff; border-radius: 6px; background: #1f4b99; color: #ffffff; text-decoration: none'

const paragraph = (line: string | Linked): string => {
  const text = escaped(lineText(line))
  return typeof line === 'string' ? `<p>${text}</p>` : `<p><a href="${escaped(line.url)}">${text}</a></p>`
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
