import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { programAt } from './charter.ts'
import { decide, ruling, type Ruling } from './decide.ts'
import { defaultCharter } from './default-charter.fixture.ts'
import { parseFacts } from './facts.ts'
import { celOracle, type Concrete } from './oracle.fixture.ts'
import { outlook } from './outlook.ts'
import { HARMLESS } from './scenarios.fixture.ts'
import { TIER, type Fact } from './space.ts'

const ON = '2026-11-23'
const NOW = Temporal.Instant.from('2026-11-23T12:00Z')
const asked = defaultCharter.engine.space.facts.filter(({ path, unlessGiven }) => path !== TIER && unlessGiven === null)
const recorded = Object.fromEntries(
  defaultCharter.engine.space.facts.flatMap(({ path, values, unlessGiven }) =>
    unlessGiven === null ? [] : [[path, values[unlessGiven[0] ?? 0]?.id ?? '']],
  ),
)
const seeded = { seed: 20_261_123 }

/** Any answer that can be given to a fact. */
const answer = (fact: Fact): fc.Arbitrary<Concrete[string]> => {
  if (fact.type === 'yesNo') return fc.boolean()
  const ids = fact.values.map(({ id }) => (id === 'other:' ? 'other:something new' : id))
  if (fact.type === 'one') return fc.constantFrom(...ids)
  const alone = ids[fact.exclusive]
  const several = fc.uniqueArray(fc.constantFrom(...ids.filter(id => id !== alone)), { minLength: 1, maxLength: 4 })
  return alone === undefined ? several : fc.oneof(fc.constant([alone]), several)
}
const complete: fc.Arbitrary<Concrete> = fc.record(Object.fromEntries(asked.map(fact => [fact.path, answer(fact)])))
/** Which facts are told; the others stay open. */
const told = fc.uniqueArray(fc.constantFrom(...asked.map(({ path }) => path)), { maxLength: asked.length })

/** Which facts are as in a harmless idea, so that single changes can matter. */
const harmless = fc.uniqueArray(fc.constantFrom(...asked.map(({ path }) => path)), { minLength: asked.length - 5, maxLength: asked.length })
const { humanReview: _, ...PLAIN_FACTS } = HARMLESS
const HARMLESS_FACTS: Concrete = { ...PLAIN_FACTS, 'humanReview.present': true }

const only = (facts: Concrete, paths: readonly string[]): Concrete =>
  Object.fromEntries(Object.entries(facts).filter(([path]) => paths.includes(path)))
const written = ({ 'humanReview.present': present, ...rest }: Concrete): Record<string, unknown> =>
  present === undefined ? rest : { ...rest, humanReview: { present } }
const rulingOn = (facts: Concrete) => ruling(defaultCharter, parseFacts(defaultCharter, written(facts)), NOW)
const outcome = (facts: Concrete): string => {
  const { tier, prohibited, guardrails } = rulingOn(facts)
  return JSON.stringify([tier, prohibited.map(({ rule }) => rule), guardrails.map(({ rule }) => rule)])
}

/** Whether what came out lies within what was said while answers were open. */
const isForeseen = (foreseen: Ruling, truth: Ruling): boolean => {
  const [lowest, highest] = foreseen.range
  const rules = ({ prohibited, guardrails }: Ruling) => [...prohibited, ...guardrails].map(({ rule }) => rule)
  const became = rules(truth)
  const settledTooSoon =
    (truth.tier === 4 || truth.prohibited.length > 0) && (foreseen.verdict === 'approved-by-default' || foreseen.verdict === 'review')
  const refusedTooSoon = foreseen.verdict === 'refused' && truth.verdict !== 'refused'
  return (
    lowest <= truth.tier &&
    truth.tier <= highest &&
    rules(foreseen).every(rule => became.includes(rule)) &&
    !settledTooSoon &&
    !refusedTooSoon
  )
}

describe('the default charter on random facts', () => {
  it('agrees with the CEL library on every rule, 1,000 complete sets of facts', () => {
    const oracle = celOracle(defaultCharter)
    fc.assert(
      fc.property(complete, facts => {
        const { tier, prohibited, guardrails } = oracle.outcome({ ...facts, ...recorded }, ON)
        expect(outcome(facts)).toBe(JSON.stringify([tier, prohibited, guardrails]))
      }),
      { ...seeded, numRuns: 1_000 },
    )
  }, 60_000)

  it('10,000 partial sets of facts: whatever the open answers turn out to be, the outcome was foreseen', () => {
    let tight = 0
    let partial = 0
    fc.assert(
      fc.property(complete, complete, told, (facts, others, paths) => {
        const known = parseFacts(defaultCharter, written(only(facts, paths)))
        const foreseen = ruling(defaultCharter, known, NOW)
        partial += 1
        if (outlook(defaultCharter, programAt(defaultCharter, NOW), known).tight) tight += 1
        return [facts, { ...others, ...only(facts, paths) }].every(completion => isForeseen(foreseen, rulingOn(completion)))
      }),
      { ...seeded, numRuns: 10_000 },
    )
    console.info(`${partial} partial sets of facts: 0 unsound, ${((100 * tight) / partial).toFixed(2)} % of intervals tight`)
    expect(tight).toBe(partial)
  }, 120_000)

  it('an answer that was not asked for changes nothing', () => {
    fc.assert(
      fc.property(complete, complete, told, (facts, others, paths) => {
        const { openQuestions } = decide(defaultCharter, parseFacts(defaultCharter, written(only(facts, paths))), NOW)
        const notAsked = asked
          .filter(({ path, question }) => !paths.includes(path) && !openQuestions.includes(question))
          .map(({ path }) => path)
        expect(outcome({ ...facts, ...only(others, notAsked) })).toBe(outcome(facts))
      }),
      { ...seeded, numRuns: 1_000 },
    )
  }, 60_000)

  it('every suggested change really lowers the tier, prohibits nothing new, and has no part that would do', () => {
    let suggested = 0
    const better = (before: Ruling, after: Ruling) =>
      after.tier < before.tier && after.prohibited.every(({ rule }) => before.prohibited.some(one => one.rule === rule))
    fc.assert(
      fc.property(complete, harmless, (random, paths) => {
        const facts = { ...random, ...only(HARMLESS_FACTS, paths) }
        const before = rulingOn(facts)
        for (const { change, tier } of decide(defaultCharter, parseFacts(defaultCharter, written(facts)), NOW).toLower) {
          suggested += 1
          const apply = (part: Record<string, unknown>) =>
            ruling(defaultCharter, parseFacts(defaultCharter, { ...written(facts), ...part }), NOW)
          expect(apply(change).tier).toBe(tier)
          expect(better(before, apply(change))).toBe(true)
          for (const fact of Object.keys(change)) {
            const { [fact]: left, ...rest } = change
            if (Object.keys(rest).length > 0) expect(better(before, apply(rest))).toBe(false)
            const was = facts[fact]
            if (Array.isArray(left) && Array.isArray(was)) {
              const gone = was.filter(value => !left.includes(value))
              if (gone.length > 1)
                for (const back of gone)
                  expect(better(before, apply({ ...change, [fact]: [...left.filter(value => value !== 'none'), back] }))).toBe(false)
            }
          }
        }
      }),
      { ...seeded, numRuns: 1_500 },
    )
    expect(suggested).toBeGreaterThan(200)
  }, 60_000)

  it('asking one question after another always ends with a settled outcome, whatever the answers', () => {
    fc.assert(
      fc.property(complete, facts => {
        const answers: Record<string, unknown> = {}
        for (let asked = 0; ; asked++) {
          const { next, range } = decide(defaultCharter, parseFacts(defaultCharter, answers), NOW)
          expect(asked).toBeLessThan(30)
          if (next === null) {
            expect(range[0]).toBe(range[1])
            expect(range[0]).toBe(rulingOn(facts).tier)
            return
          }
          answers[next] = written(facts)[next]
        }
      }),
      { ...seeded, numRuns: 100 },
    )
  }, 60_000)
})
