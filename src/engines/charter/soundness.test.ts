import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assembleCharter } from './assemble.ts'
import { programAt, type Charter } from './charter.ts'
import { decide, type Decision } from './decide.ts'
import { defaultCharter } from './default-charter.fixture.ts'
import type { Documents, Text } from './documents.ts'
import { parseFacts } from './facts.ts'
import { celOracle, completions, type Concrete, type Outcome } from './oracle.fixture.ts'
import { outlook } from './outlook.ts'
import { Budget, canBe } from './search.ts'

const { documents } = defaultCharter

const ON = '2026-11-23'
const NOW = Temporal.Instant.from('2026-11-23T12:00Z')
const RUNS = { numRuns: 400 }

/*
 * Small charters made up at random, so that every completion of their facts can be tried.
 */
const text = (en: string): Text => ({ en, de: en })
const sourced = { source: 'made up', checked: '2026-11-23' }

const asked = (id: string) => ({ id, title: text(id), help: text(id), why: text(id), example: text(id), page: 'only' })
const value = (id: string) => ({ id, text: text(id), instead: text(`Make it ${id}.`), without: { text: text(`Leave out ${id}.`) } })

/** One of three, two lists with "none", a list of tools over data classes, two yes/no and a part of an answer. */
const questions: Documents['questions.yaml']['questions'] = [
  { ...asked('size'), about: 'design', type: 'one', values: ['small', 'medium', 'large'].map(value) },
  { ...asked('links'), about: 'design', type: 'many', none: 'none', values: ['none', 'mail', 'shop'].map(value) },
  { ...asked('touches'), about: 'circumstance', type: 'many', none: 'none', values: ['none', 'eu-a', 'eu-b'].map(value) },
  { ...asked('tools'), about: 'design', type: 'many', values: 'tools' },
  { ...asked('data'), about: 'design', type: 'many', values: 'dataClasses' },
  { ...asked('pays'), about: 'design', type: 'yesNo', yes: text('yes'), no: text('no'), insteadNo: text('Do not pay.') },
  { ...asked('check'), about: 'design', type: 'object', parts: [{ id: 'present', type: 'yesNo', title: text('present') }] },
]

const atoms = [
  "size == 'small'",
  "size != 'large'",
  "size in ['medium', 'large']",
  "'mail' in links",
  "links.exists(l, l != 'none')",
  "links.all(l, l in ['none', 'mail'])",
  "'none' in links",
  "touches.exists(t, t.startsWith('eu-'))",
  "'eu-b' in touches",
  'tools.exists(t, !approved(t))',
  'tools.exists(t, data.exists(d, !(d in approvedFor(t))))',
  'data.exists(d, sensitive(d))',
  "data.all(d, d == 'open')",
  'pays',
  'check.present',
  'pays == false',
  "size.startsWith('s')",
]
const condition: fc.Arbitrary<string> = fc.letrec<{ tree: string }>(tie => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom(...atoms),
    tie('tree').map(inner => `!(${inner})`),
    fc.tuple(tie('tree'), fc.constantFrom('&&', '||'), tie('tree')).map(([left, operator, right]) => `(${left} ${operator} ${right})`),
  ),
})).tree

const rule = (id: string, when: string) => ({ id, title: text(id), when, because: text(`It is ${id}.`), ...sourced })

const randomCharter: fc.Arbitrary<Charter> = fc
  .record({
    tiers: fc.array(fc.tuple(fc.constantFrom(1, 2, 3, 4), condition), { minLength: 1, maxLength: 5 }),
    prohibited: fc.array(condition, { maxLength: 2 }),
    guardrails: fc.array(condition, { maxLength: 2 }),
    approved: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
    highest: fc.constantFrom(null, 1, 2, 3, 4),
  })
  .map(({ tiers, prohibited, guardrails, approved, highest }) => {
    const made: Documents = {
      ...documents,
      'questions.yaml': { pages: [{ id: 'only', title: text('only') }], questions, recorded: [] },
      'data-classes.yaml': {
        dataClasses: ['open', 'secret'].map(id => ({
          ...value(id),
          without: { becomes: 'open', text: text(`Leave out ${id}.`) },
          sensitive: id === 'secret',
          examples: text(id),
        })),
      },
      'tools.yaml': {
        reviewEveryMonths: 3,
        unlisted: { text: text('other'), phrase: text('other'), approvedFor: [] },
        tools: approved.map((yes, index) => ({
          id: `tool-${index}`,
          name: text('tool'),
          help: text('tool'),
          status: yes ? 'approved' : 'withdrawn',
          approvedFor: index === 0 ? ['open'] : ['open', 'secret'],
          ...(index === 1 && highest !== null ? { highestTiers: [{ dataClass: 'secret', tier: highest }] } : {}),
        })),
      },
      'tiers.yaml': {
        ...documents['tiers.yaml'],
        rules: tiers.map(([tier, when], index) => ({ ...rule(`tier-rule-${index}`, when), tier })),
      },
      'prohibited.yaml': { prohibited: prohibited.map((when, index) => ({ ...rule(`prohibited-${index}`, when), route: text('ask') })) },
      'guardrails.yaml': {
        guardrails: guardrails.map((when, index) => ({ ...rule(`guardrail-${index}`, when), remedy: text('mend'), waivable: false })),
      },
      'obligations.yaml': { obligations: [] },
    }
    const assembled = assembleCharter(made)
    if ('errors' in assembled)
      throw new Error(
        `The made-up charter does not compile: ${assembled.errors.map(({ text, error }) => `${text}: ${error?.message ?? ''}`).join('; ')}`,
      )
    return assembled.charter
  })

/** What somebody said: each fact answered, or left open. */
const partialFacts: fc.Arbitrary<Concrete> = fc.record(
  {
    size: fc.constantFrom('small', 'medium', 'large'),
    links: fc.constantFrom(['none'], ['mail'], ['shop'], ['mail', 'shop']),
    touches: fc.constantFrom(['none'], ['eu-a'], ['eu-b'], ['eu-a', 'eu-b']),
    tools: fc.constantFrom(['tool-0'], ['tool-1'], ['other:x'], ['tool-0', 'tool-1']),
    data: fc.constantFrom(['open'], ['secret'], ['open', 'secret']),
    pays: fc.boolean(),
    'check.present': fc.boolean(),
  },
  { requiredKeys: [] },
)

/** Facts as a caller writes them. */
const written = (facts: Concrete): Record<string, unknown> => {
  const { 'check.present': present, ...rest } = facts
  return present === undefined ? rest : { ...rest, check: { present } }
}

/** Everything that can still come out, by trying every completion. */
const every = (charter: Charter, known: Concrete): readonly { facts: Concrete; outcome: Outcome }[] => {
  const oracle = celOracle(charter)
  return completions(charter, known).map(facts => ({ facts, outcome: oracle.outcome(facts, ON) }))
}
const questionOf = (path: string): string => path.split('.')[0] ?? path
const told = ({ tier, prohibited, guardrails }: Outcome): string => JSON.stringify([tier, prohibited, guardrails])

describe('on small charters, against every completion tried by the CEL library', { timeout: 120_000 }, () => {
  it('the range runs exactly from the lowest to the highest tier that can come out', () => {
    fc.assert(
      fc.property(randomCharter, partialFacts, (charter, known) => {
        const tiers = every(charter, known).map(({ outcome }) => outcome.tier)
        const facts = parseFacts(charter, written(known))
        const { tight } = outlook(charter, programAt(charter, NOW), facts)
        expect(tight).toBe(true)
        expect(decide(charter, facts, NOW).range).toEqual([Math.min(...tiers), Math.max(...tiers)])
      }),
      RUNS,
    )
  })

  it('what is reported is true of every completion, and a refusal never rests on an open answer', () => {
    fc.assert(
      fc.property(randomCharter, partialFacts, (charter, known) => {
        const all = every(charter, known)
        const decision = decide(charter, parseFacts(charter, written(known)), NOW)
        for (const { rule } of decision.prohibited) expect(all.every(({ outcome }) => outcome.prohibited.includes(rule))).toBe(true)
        for (const { rule } of decision.guardrails) expect(all.every(({ outcome }) => outcome.guardrails.includes(rule))).toBe(true)
        if (decision.verdict === 'referred') expect(all.every(({ outcome }) => outcome.tier === 4)).toBe(true)
        if (all.some(({ outcome }) => outcome.tier === 4 || outcome.prohibited.length > 0))
          expect(['refused', 'referred', 'blocked', 'clarify']).toContain(decision.verdict)
        const [only] = all
        if (all.length === 1 && only !== undefined) {
          expect(decision.tier).toBe(only.outcome.tier)
          expect(decision.prohibited.map(({ rule }) => rule)).toEqual(only.outcome.prohibited)
          expect(decision.guardrails.map(({ rule }) => rule)).toEqual(only.outcome.guardrails)
        }
      }),
      RUNS,
    )
  })

  it('a question is asked exactly if its answer can still change what comes out', () => {
    fc.assert(
      fc.property(randomCharter, partialFacts, (charter, known) => {
        const decision = decide(charter, parseFacts(charter, written(known)), NOW)
        const decisive = new Set<string>()
        const all = every(charter, known)
        for (const path of Object.keys(all[0]?.facts ?? {}).filter(path => known[path] === undefined)) {
          const others = new Map<string, Set<string>>()
          for (const { facts, outcome } of all) {
            const { [path]: _, ...rest } = facts
            const key = JSON.stringify(rest)
            others.set(key, (others.get(key) ?? new Set()).add(told(outcome)))
          }
          if ([...others.values()].some(outcomes => outcomes.size > 1)) decisive.add(questionOf(path))
        }
        expect(new Set(decision.openQuestions)).toEqual(decisive)
        expect(decision.next === null).toBe(decisive.size === 0)
      }),
      { numRuns: 150 },
    )
  })

  it('a search that ends too early says "perhaps", never a wrong no', () => {
    let ended = 0
    fc.assert(
      fc.property(randomCharter, partialFacts, fc.nat({ max: 3 }), (charter, known, steps) => {
        const facts = parseFacts(charter, written(known))
        const all = every(charter, known)
        const { shape } = charter.engine.coding
        for (const { tier, predicate } of programAt(charter, NOW).atLeast)
          for (const wanted of [true, false]) {
            const budget = new Budget(steps)
            const answer = canBe(predicate, wanted, facts, shape, budget)
            if (budget.ended) ended += 1
            const truth = all.some(({ outcome }) => outcome.tier >= (tier ?? 1) === wanted)
            expect(budget.ended ? answer || !truth : answer === truth).toBe(true)
          }
      }),
      RUNS,
    )
    expect(ended).toBeGreaterThan(10)
  })

  it('every suggestion lowers the tier, brings nothing newly prohibited, and no part of it would do', () => {
    let suggested = 0
    fc.assert(
      fc.property(randomCharter, partialFacts, (charter, known) => {
        const decision = decide(charter, parseFacts(charter, written(known)), NOW)
        const possible = (facts: Concrete) => new Set(every(charter, facts).flatMap(({ outcome }) => outcome.prohibited))
        const top = (facts: Concrete) => Math.max(...every(charter, facts).map(({ outcome }) => outcome.tier))
        const before = possible(known)
        for (const { change, tier } of decision.toLower) {
          suggested += 1
          const changed = concrete(change)
          expect(top({ ...known, ...changed })).toBe(tier)
          expect(tier).toBeLessThan(decision.tier)
          for (const rule of possible({ ...known, ...changed })) expect(before).toContain(rule)
          for (const path of Object.keys(changed)) {
            const { [path]: _, ...part } = changed
            if (Object.keys(part).length > 0) expect(isSuggestion(known, part, decision, top, possible)).toBe(false)
          }
        }
      }),
      { numRuns: 200 },
    )
    expect(suggested).toBeGreaterThan(50)
  })
})

const concrete = (change: Record<string, unknown>): Concrete => {
  const facts: Record<string, string | boolean | readonly string[]> = {}
  for (const [path, value] of Object.entries(change))
    if (typeof value === 'string' || typeof value === 'boolean') facts[path] = value
    else if (Array.isArray(value)) facts[path] = value.map(String)
  return facts
}

const isSuggestion = (
  known: Concrete,
  part: Concrete,
  decision: Decision,
  top: (facts: Concrete) => number,
  possible: (facts: Concrete) => ReadonlySet<string>,
): boolean => {
  const after = { ...known, ...part }
  return top(after) < decision.tier && [...possible(after)].every(rule => possible(known).has(rule))
}
