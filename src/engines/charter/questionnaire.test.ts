import { describe, expect, it } from 'vitest'
import { decide } from './decide.ts'
import { defaultCharter } from './default-charter.fixture.ts'
import type { Question } from './describe-facts.ts'
import { parseFacts } from './facts.ts'
import { lineAnswer, nextPage } from './questionnaire.ts'
import { HARMLESS, SCENARIOS, type Scenario } from './scenarios.fixture.ts'

const NOW = Temporal.Instant.from('2026-11-23T12:00Z')

/** Answers that nobody would tick a line for. */
const PLAIN: Readonly<Record<string, readonly string[]>> = {
  integrations: ['none', 'office-suite', 'collaboration'],
  decisionImpact: ['none', 'recoverable'],
}
const ticks = ({ id, rare }: Question, answer: unknown): boolean => {
  const plain = PLAIN[id] ?? [rare?.otherwise].flat().map(String)
  return [answer].flat().some(one => !plain.includes(String(one)))
}

/** Somebody who knows all about an idea answers page after page. */
const interview = ({ facts }: Pick<Scenario, 'facts'>) => {
  const all: Readonly<Record<string, unknown>> = { ...HARMLESS, ...facts }
  const answers: Record<string, unknown> = {}
  const pages: string[] = []
  for (;;) {
    const { asking, decision } = nextPage(defaultCharter, answers, NOW)
    if (asking === null) return { decision, pages }
    pages.push(asking.page.id)
    for (const question of asking.questions)
      answers[question.id] =
        asking.as === 'questions' ? all[question.id] : lineAnswer(question, ticks(question, all[question.id]) ? 'ticked' : 'unticked')
  }
}

describe('the questionnaire', () => {
  it.each(SCENARIOS)('$id ends with the same tier and verdict as all facts at once, in at most nine pages', scenario => {
    const { decision, pages } = interview(scenario)
    const { tier, verdict, prohibited } = decide(defaultCharter, parseFacts(defaultCharter, { ...HARMLESS, ...scenario.facts }), NOW)
    expect(decision.verdict).toBe(verdict)
    // A refusal ends the interview early; else the tier is settled too.
    if (prohibited.length === 0) expect(decision).toMatchObject({ tier, range: [tier, tier] })
    expect(pages.length).toBeLessThanOrEqual(9)
  })

  it('asks a tier 1 idea six pages at the median, and no page twice in the same way', () => {
    const counts = SCENARIOS.map(scenario => ({ id: scenario.id, tier: scenario.tier, pages: interview(scenario).pages.length }))
    console.info(`pages asked: ${counts.map(({ id, pages }) => `${id} ${pages}`).join(', ')}`)
    const tier1 = counts
      .filter(({ tier }) => tier === 1)
      .map(({ pages }) => pages)
      .sort((a, b) => a - b)
    expect(tier1[Math.floor(tier1.length / 2)]).toBeLessThanOrEqual(6)
  })

  it('stops as soon as something is refused', () => {
    expect(interview({ facts: { integrations: ['production-database'] } }).pages.at(-1)).toBe('does')
  })

  it('takes not sure for an answer and does not ask again', () => {
    const answers: Record<string, unknown> = {}
    for (let page = 0; page < 20; page++) {
      const { asking, decision } = nextPage(defaultCharter, answers, NOW)
      if (asking === null) {
        expect(decision.verdict).toBe('clarify')
        return
      }
      for (const question of asking.questions) answers[question.id] = 'not-sure'
    }
    throw new Error('It never stopped asking.')
  })
})

describe('the words of the questions', () => {
  const { questions, documents } = defaultCharter
  const english = questions.flatMap(({ title, help, why, example, rare, values }) => [
    ...[title, help, why, example].map(({ en }) => en),
    ...(rare === null ? [] : [rare.line.en]),
    ...values.map(({ text, question }) => (question ?? text).en),
  ])

  it('read at about the age of fourteen', () => {
    const grade = readingGrade(english.join(' '))
    console.info(
      `reading level of the questions: grade ${grade.toFixed(1)} (Flesch-Kincaid); results and reasons: grade ${readingGrade(decisionTexts().join(' ')).toFixed(1)}`,
    )
    expect(grade).toBeLessThan(8)
    expect(readingGrade(decisionTexts().join(' '))).toBeLessThan(8)
  })

  it('never show a maker an id of the law', () => {
    for (const { values } of questions)
      for (const { text, question } of values) expect(`${text.en} ${question?.en ?? ''}`).not.toMatch(/annex|article|art5|eu-/i)
    for (const value of questions.find(({ id }) => id === 'regulatedUses')?.values ?? [])
      expect(value.id === 'none' || value.question !== null).toBe(true)
  })

  const decisionTexts = (): string[] => [
    ...defaultCharter.rules.map(({ because }) => because.en.replaceAll(/\{[^}]*\}/g, 'data')),
    ...Object.values(documents['contacts.yaml'].verdicts).flatMap(({ title, text }) => [`${title.en}.`, text.en]),
  ]
})

/**
 * Flesch-Kincaid grade level: 0.39 words a sentence + 11.8 syllables a word − 15.59 (Kincaid and others, 1975; grade 8 is
 * about age fourteen). Syllables are counted as groups of vowels, without a silent e.
 */
const readingGrade = (text: string): number => {
  const sentences = text.split(/[.?!:]+\s/).filter(sentence => /[a-z]/i.test(sentence)).length
  const words = text.match(/[a-z']+/gi) ?? []
  const syllables = words.reduce(
    (sum, word) =>
      sum +
      Math.max(
        1,
        (
          word
            .toLowerCase()
            .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '')
            .match(/[aeiouy]{1,2}/g) ?? []
        ).length,
      ),
    0,
  )
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}
