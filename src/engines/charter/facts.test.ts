import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#src/kernel/refusal.ts'
import { decide } from './decide.ts'
import { defaultCharter } from './default-charter.fixture.ts'
import { parseFacts } from './facts.ts'
import { HARMLESS } from './scenarios.fixture.ts'

const NOW = Temporal.Instant.from('2026-11-23T12:00Z')
const check = (facts: unknown) => decide(defaultCharter, parseFacts(defaultCharter, facts), NOW)
const blockers = (facts: unknown) => {
  try {
    parseFacts(defaultCharter, facts)
  } catch (error) {
    if (error instanceof Refusal) return error.blockers
    throw error
  }
  return []
}

describe('facts as written', () => {
  it.each([
    ['nothing at all', null, [undefined]],
    ['a list', [], [undefined]],
    ['an unknown fact', { audiance: 'my-team' }, ['audiance']],
    ['an unknown value', { audience: 'my-teem' }, ['audience']],
    ['a number for a yes or no', { movesMoney: 1 }, ['movesMoney']],
    ['an empty list', { integrations: [] }, ['integrations']],
    ['"none" beside something', { integrations: ['none', 'crm'] }, ['integrations']],
    ['"none" beside not sure', { integrations: ['none', 'not-sure'] }, ['integrations']],
    ['a tool without a name', { tools: ['other:'] }, ['tools']],
    ['a part that is none', { humanReview: { presnt: true } }, ['humanReview.presnt']],
    ['a part of the wrong sort', { humanReview: { present: 'maybe' } }, ['humanReview.present']],
    ['words for an answer with parts', { humanReview: 'yes' }, ['humanReview']],
    ['far too long a text', { humanReview: { by: 'x'.repeat(3_000) } }, ['humanReview.by']],
    ['a list beyond all measure', { tools: Array.from({ length: 1_000 }, (_, index) => `other:${index}`) }, ['tools']],
    ['the tier, which nobody types', { tier: 1 }, ['tier']],
    ['a name every object has', JSON.parse('{"__proto__":1,"constructor":2}'), ['__proto__', 'constructor']],
    ['three wrong fields', { audience: 3, movesMoney: 'no', kind: [] }, ['kind', 'audience', 'movesMoney']],
  ])('%s is refused, field by field, each with a remedy', (_, facts, fields) => {
    const found = blockers(facts)
    expect(found.map(({ field }) => field)).toEqual(fields)
    for (const { reason, remedy } of found) expect(Math.min(reason.length, remedy.length)).toBeGreaterThan(10)
  })

  it('says at most fifty things at once, and never repeats long input', () => {
    const found = blockers(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${'f'.repeat(500)}${index}`, 1])))
    expect(found).toHaveLength(50)
    for (const { field, reason } of found) expect((field ?? '').length + reason.length).toBeLessThan(200)
  })

  it('whatever is handed over, it is read or refused, and never anything else', () => {
    const facts = fc.dictionary(
      fc.constantFrom(...Object.keys(HARMLESS), 'id', ''),
      fc.oneof(
        fc.anything(),
        fc.record({ among: fc.anything() }),
        fc.array(fc.constantFrom('none', 'crm', 'not-sure', 'other:', 'other:x')),
      ),
    )
    fc.assert(
      fc.property(fc.oneof(fc.anything(), facts), value => blockers(value).every(({ reason, remedy }) => reason !== '' && remedy !== '')),
      { seed: 20_261_123, numRuns: 2_000 },
    )
  })

  it('left out, null and not-sure all leave a fact open', () => {
    const { movesMoney: _, ...rest } = HARMLESS
    const open = check(rest)
    expect(check({ ...rest, movesMoney: null })).toEqual(open)
    expect(check({ ...rest, movesMoney: 'not-sure' })).toEqual(open)
    expect(open.openQuestions).toEqual(['movesMoney'])
  })

  it('not-sure inside a list means: these for certain, perhaps more', () => {
    expect(check({ ...HARMLESS, integrations: ['crm', 'not-sure'] })).toMatchObject({
      range: [3, 3],
      openQuestions: ['integrations'],
      verdict: 'clarify',
    })
    expect(check({ ...HARMLESS, decidesAboutIndividuals: ['employees', 'not-sure'] })).toMatchObject({ verdict: 'refused', range: [4, 4] })
  })

  it('among means: one of these, and nothing else', () => {
    expect(check({ ...HARMLESS, audience: { among: ['my-team', 'outside'] } })).toMatchObject({
      range: [2, 3],
      openQuestions: ['audience'],
    })
    const someone = check({ ...HARMLESS, decidesAboutIndividuals: { among: ['customers', 'students'] } })
    expect(someone).toMatchObject({ range: [4, 4], verdict: 'referred', openQuestions: [] })
    // Nobody said which, so the reason names neither.
    expect(someone.reasons[0]?.because).toBe('It helps to decide about people')
  })

  it('nothing is suggested about an answer somebody is unsure of', () => {
    expect(check({ ...HARMLESS, integrations: ['work-management'] }).toLower).toMatchObject([
      { change: { integrations: ['none'] }, tier: 1 },
    ])
    expect(check({ ...HARMLESS, integrations: ['work-management', 'not-sure'] }).toLower).toEqual([])
  })

  it('a tool that is not on the list is named in the reason', () => {
    expect(check({ ...HARMLESS, tools: ['flow-builder', 'other:Cheap Reader'] }).guardrails[0]?.because).toBe(
      '“Cheap Reader” is not approved.',
    )
  })

  it('a remedy names approved tools that may see these very data', () => {
    const remedies = (facts: object) => check({ ...HARMLESS, ...facts }).guardrails.map(({ remedy }) => remedy)
    expect(remedies({ tools: ['code-assistant'], dataClasses: ['health'] })).toEqual([
      'Leave the data out, or use a tool that is approved for them: Protected workspace.',
    ])
    expect(remedies({ tools: ['flow-builder'], dataClasses: ['credentials'] })).toEqual([
      'Leave the data out, or use a tool that is approved for them: none yet.',
    ])
    expect(remedies({ tools: ['other:X'], dataClasses: ['public'] })[0]).toContain('Company AI assistant, Flow builder')
  })

  it('facts read against one charter are never decided by another', () => {
    const facts = parseFacts(defaultCharter, HARMLESS)
    expect(() => decide({ ...defaultCharter, engine: { ...defaultCharter.engine, key: 'another' } }, facts, NOW)).toThrow('another charter')
  })

  it('what the registry records is taken as usual while nobody says otherwise, and never asked', () => {
    expect(check(HARMLESS).guardrails).toEqual([])
    expect(check({ ...HARMLESS, registryEntry: 'expired' }).guardrails.map(({ rule }) => rule)).toEqual(['entry-expired'])
    expect(check({}).openQuestions).not.toContain('registryEntry')
  })
})
