import { refuse } from '#src/kernel/refusal.ts'
import type { Fact, Facts, Language } from '#src/kernel/message.ts'
import type { MessageKind, MessageText } from '../define-message.ts'

const placeholder = /\{([^{}]*)\}/gu

/** One fact as a text says it: on one line and without what could forge another, whatever somebody once typed. */
const said = (fact: Fact, language: Language): string => {
  if (typeof fact === 'object') return fact[language]
  if (typeof fact === 'number') return fact.toLocaleString(language)
  if (/^\d{4}-\d{2}-\d{2}$/.test(fact))
    return Temporal.PlainDate.from(fact).toLocaleString(language === 'en' ? 'en-GB' : language, { dateStyle: 'long' })
  return fact.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
}

/** A text with its facts in their places. A fact is never read for places of its own. */
export const inWords = (text: MessageText, facts: Facts, language: Language): { subject: string; lines: string[] } => {
  const filled = (line: string) =>
    line.replaceAll(placeholder, (whole, name: string) => (name in facts ? said(facts[name] ?? '', language) : whole))
  return { subject: filled(text.subject), lines: text.lines.map(filled) }
}

/** @throws Refusal `no-such-fact` naming the line, where a text names what its kind doesn't know. */
export const expectKnownFacts = ({ subject, lines }: MessageText, { example }: MessageKind): void => {
  const known = Object.keys(example)
  for (const [field, line] of [['subject', subject] as const, ...lines.map((line, i) => [`lines.${i}`, line] as const)]) {
    const wrong = [...line.matchAll(placeholder)].map(([, name = '']) => name).find(name => !known.includes(name))
    if (wrong !== undefined)
      throw refuse(
        'invalid',
        'no-such-fact',
        `This message knows nothing called {${wrong.slice(0, 40)}}.`,
        `Use ${known.map(name => `{${name}}`).join(', ')}.`,
        field,
      )
  }
}
