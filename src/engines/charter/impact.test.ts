import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assembleCharter } from './assemble.ts'
import type { Charter } from './charter.ts'
import { decide } from './decide.ts'
import { defaultCharter } from './default-charter.fixture.ts'
import type { Documents } from './documents.ts'
import { parseFacts } from './facts.ts'
import { comingEffects, impact, type Solution } from './impact.ts'
import { HARMLESS, SCENARIOS } from './scenarios.fixture.ts'

const NOW = Temporal.Instant.from('2026-11-23T12:00Z')
const { documents } = defaultCharter

/** A change somebody could propose, made at random. */
type Edit = (documents: Documents) => Documents
const editTiers =
  (edit: (rules: Documents['tiers.yaml']['rules']) => Documents['tiers.yaml']['rules']): Edit =>
  before => ({ ...before, 'tiers.yaml': { ...before['tiers.yaml'], rules: edit(before['tiers.yaml'].rules) } })
const place = (length: number) => fc.nat({ max: length - 1 })
const { rules } = documents['tiers.yaml']
const { tools } = documents['tools.yaml']
const { kinds } = documents['scope.yaml']
const { dataClasses } = documents['data-classes.yaml']

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(place(rules.length), fc.constantFrom(1, 2, 3, 4))
    .map(([index, tier]) => editTiers(rules => rules.map((rule, at) => (at === index ? { ...rule, tier } : rule)))),
  place(rules.length).map(index => editTiers(rules => rules.filter((_, at) => at !== index))),
  fc
    .tuple(place(rules.length), place(rules.length))
    .map(([index, other]) =>
      editTiers(rules =>
        rules.map((rule, at) => (at === index ? { ...rule, when: rules[other % rules.length]?.when ?? rule.when } : rule)),
      ),
    ),
  fc.tuple(place(tools.length), place(dataClasses.length)).map(([index, dataClass]): Edit => before => ({
    ...before,
    'tools.yaml': {
      ...before['tools.yaml'],
      tools: before['tools.yaml'].tools.map((tool, at) =>
        at === index ? { ...tool, approvedFor: toggled(tool.approvedFor, dataClasses[dataClass]?.id ?? '') } : tool,
      ),
    },
  })),
  place(kinds.length).map((index): Edit => before => ({
    ...before,
    'scope.yaml': {
      ...before['scope.yaml'],
      kinds: before['scope.yaml'].kinds.map((kind, at) => (at === index ? { ...kind, enabled: !kind.enabled } : kind)),
    },
  })),
)
const toggled = (list: string[], entry: string): string[] => (list.includes(entry) ? list.filter(one => one !== entry) : [...list, entry])

const assembled = (edited: Documents): Charter => {
  const result = assembleCharter(edited)
  if ('errors' in result) throw new Error('The edited charter does not compile.')
  return result.charter
}

const solutions: readonly Solution[] = [
  ...SCENARIOS.map(({ id, facts }) => ({ id, facts: { ...HARMLESS, ...facts } })),
  ...SCENARIOS.map(({ id, facts }) => ({
    id: `${id}, half told`,
    facts: Object.fromEntries(Object.entries({ ...HARMLESS, ...facts }).filter((_, index) => index % 2 === 0)),
  })),
]

describe('the impact of another charter', () => {
  it('previewed is what deciding again after adoption gives, in 100 random changes', () => {
    let changed = 0
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), edits => {
        const after = assembled(edits.reduce((documents, change) => change(documents), documents))
        const preview = impact(defaultCharter, after, solutions, NOW)
        expect(preview.compared).toBe(solutions.length)
        expect(preview.unreadable).toEqual([])
        for (const { id, facts } of solutions) {
          const [was, is] = [defaultCharter, after].map(charter => decide(charter, parseFacts(charter, facts), NOW))
          const effect = preview.effects.find(one => one.id === id)
          if (was === undefined || is === undefined) throw new Error('Both charters decide.')
          const told = ({ tier, verdict, prohibited, guardrails, approvals, obligations }: typeof was) =>
            [
              tier,
              verdict,
              prohibited.map(({ rule }) => rule),
              guardrails.map(({ rule }) => rule),
              approvals,
              obligations.map(({ id }) => id),
            ].map(part => JSON.stringify(part))
          if (effect === undefined) expect(told(is)).toEqual(told(was))
          else {
            changed += 1
            expect(told(is)).not.toEqual(told(was))
            expect([effect.tier, effect.verdict, effect.approvals]).toEqual([
              { before: was.tier, after: is.tier },
              { before: was.verdict, after: is.verdict },
              { before: was.approvals, after: is.approvals },
            ])
            for (const rule of effect.newlyProhibited)
              expect([was, is].map(({ prohibited }) => prohibited.some(one => one.rule === rule))).toEqual([false, true])
            for (const rule of effect.newlyBlocked)
              expect([was, is].map(({ guardrails }) => guardrails.some(one => one.rule === rule))).toEqual([false, true])
            for (const duty of effect.obligations.added)
              expect([was, is].map(({ obligations }) => obligations.some(one => one.id === duty))).toEqual([false, true])
          }
        }
      }),
      { seed: 20_261_123, numRuns: 100 },
    )
    expect(changed).toBeGreaterThan(100)
  }, 120_000)

  it('names what the new charter can no longer read, instead of passing over it', () => {
    const after = assembled({
      ...documents,
      'tools.yaml': { ...documents['tools.yaml'], tools: tools.filter(({ id }) => id !== 'flow-builder') },
    })
    const { effects, unreadable } = impact(defaultCharter, after, [{ id: 'A', facts: { ...HARMLESS, tools: ['flow-builder'] } }], NOW)
    expect(effects).toEqual([])
    expect(unreadable).toMatchObject([{ id: 'A', blockers: [{ field: 'tools' }] }])
  })
})

describe('a rule that is still to come', () => {
  const facts = { ...HARMLESS, regulatedUses: ['eu-art5-bb'] }

  it('is announced with its day and its effect, within the days asked for', () => {
    const [coming, ...more] = comingEffects(defaultCharter, { id: 'A', facts }, NOW, 60)
    expect(coming?.from.toString()).toBe('2026-12-02T00:00:00Z')
    expect(coming?.effect).toMatchObject({
      newlyProhibited: ['eu-article-5'],
      verdict: { before: 'approved-by-default', after: 'refused' },
    })
    expect(more).toEqual([])
    expect(comingEffects(defaultCharter, { id: 'A', facts }, NOW, 8)).toEqual([])
  })

  it('is not announced to whom it will not reach, nor once it is in force', () => {
    expect(comingEffects(defaultCharter, { id: 'A', facts: HARMLESS }, NOW, 60)).toEqual([])
    expect(comingEffects(defaultCharter, { id: 'A', facts }, Temporal.Instant.from('2026-12-02T00:00Z'), 60)).toEqual([])
  })
})
