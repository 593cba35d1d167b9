import { describe, expect, test } from 'vitest'
import { testMessage } from './messages.ts'
import { expectKnownFacts, inWords } from './words.ts'

const text = { subject: '{by} asks about {solution}', lines: ['Until {day}, {count} times. {what}'] }
const facts = { by: 'Ada', solution: 'Sorter', day: '2026-12-04', count: 1_500, what: { en: 'It runs.', de: 'Es läuft.' } }

describe('a text', () => {
  test('says days, numbers and words of ours as its reader’s language does', () => {
    expect(inWords(text, facts, 'en')).toEqual({
      subject: 'Ada asks about Sorter',
      lines: ['Until 4 December 2026, 1,500 times. It runs.'],
    })
    expect(inWords(text, facts, 'de').lines).toEqual(['Until 4. Dezember 2026, 1.500 times. Es läuft.'])
  })

  test('says a name as it is, whatever somebody called it: no further line, no other fact, no turned-around text', () => {
    const by = 'Eve\r\nBcc: all@example.com\n\n{solution}\u202egnp'
    expect(inWords(text, { ...facts, by }, 'en').subject).toBe('Eve Bcc: all@example.com {solution} gnp asks about Sorter')
    expect(inWords({ subject: '{by}', lines: [] }, { by: '$& $1 {by}' }, 'en').subject).toBe('$& $1 {by}')
  })

  test('that names what its message doesn’t know is refused, by its line', () => {
    const wrong = { subject: 'At {company}', lines: ['Fine.', 'Ask {boss}.'] }
    expect(() => expectKnownFacts(wrong, testMessage)).toThrow(
      expect.objectContaining({
        code: 'no-such-fact',
        blockers: [expect.objectContaining({ field: 'lines.1', remedy: 'Use {company}.' })],
      }),
    )
    expect(() => expectKnownFacts({ subject: '{}', lines: ['x'] }, testMessage)).toThrow(expect.objectContaining({ code: 'no-such-fact' }))
    expect(() => expectKnownFacts({ subject: 'At {company}', lines: ['Fine.'] }, testMessage)).not.toThrow()
  })
})
