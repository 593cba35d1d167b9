import { describe, expect, it } from 'vitest'
import { assembleCharter } from './assemble.ts'
import { decide } from './decide.ts'
import { defaultCharter, defaultFiles } from './default-charter.fixture.ts'
import { LANGUAGES, type Documents } from './documents.ts'
import { runExamples } from './examples.ts'
import { parseFacts } from './facts.ts'
import { loadCharter } from './load.ts'
import { problemText } from './problem.ts'
import { HARMLESS, SCENARIOS } from './scenarios.fixture.ts'

const NOW = Temporal.Instant.from('2026-11-23T12:00Z')
const check = (facts: unknown, now = NOW) => decide(defaultCharter, parseFacts(defaultCharter, facts), now)
const SIGN_OFFS = { 1: [], 2: ['coe'], 3: ['it-security', 'legal', 'change-management'], 4: [] } as const

describe('the default charter', () => {
  it('loads, and with it every one of its examples holds', () => {
    const loaded = loadCharter(defaultFiles)
    expect(loaded.ok ? [] : loaded.problems.map(problemText)).toEqual([])
  })

  it.each(SCENARIOS)('$id: $idea', ({ facts, tier, prohibited = [], guardrails = [], verdict }) => {
    const decision = check({ ...HARMLESS, ...facts })
    expect({
      tier: decision.tier,
      range: decision.range,
      prohibited: decision.prohibited.map(({ rule }) => rule).sort(),
      guardrails: decision.guardrails.map(({ rule }) => rule).sort(),
      approvals: decision.approvals,
      verdict: decision.verdict,
      openQuestions: decision.openQuestions,
    }).toEqual({
      tier,
      range: [tier, tier],
      prohibited,
      guardrails,
      approvals: verdict === 'refused' ? [] : SIGN_OFFS[tier],
      verdict,
      openQuestions: [],
    })
    // The tier has a reason of its own height, and every reason names the answers it rests on.
    expect(decision.reasons.some(reason => reason.tier === tier) || tier === 1).toBe(true)
    for (const { facts: rests } of decision.reasons) expect(rests.length).toBeGreaterThan(0)
  })

  it('with nothing answered everything is possible, every question that can matter is open, and nothing is refused', () => {
    const decision = check({})
    expect(decision).toMatchObject({
      range: [1, 4],
      tier: 4,
      verdict: 'clarify',
      approvals: ['coe'],
      reasons: [],
      prohibited: [],
      guardrails: [],
      toLower: [],
    })
    expect(decision.openQuestions.toSorted()).toEqual(
      Object.keys(HARMLESS)
        .filter(fact => fact !== 'autonomy' && fact !== 'syntheticMedia')
        .sort(),
    )
    expect(decision.next).toBe(decision.openQuestions[0])
  })

  it.each([
    [
      { kind: 'ml-model' },
      'The program does not cover a trained model; the central team builds it with you.',
      'Das Programm umfasst ein trainiertes Modell nicht; das zentrale Team baut es mit Ihnen.',
    ],
    [
      { dataClasses: ['public', 'customer-pii', 'health'] },
      "It uses customers' personal data.",
      'Es verwendet personenbezogene Daten von Kunden.',
    ],
    [
      { dataClasses: ['internal', 'health', 'credentials'] },
      'It uses health data and passwords or keys.',
      'Es verwendet Gesundheitsdaten und Passwörter oder Schlüssel.',
    ],
    [
      { integrations: ['office-suite', 'crm', 'erp', 'payment'] },
      'It connects to the customer system, the ERP system and the payment system.',
      'Es verbindet sich mit dem Kundensystem, dem ERP-System und dem Zahlungssystem.',
    ],
  ])('a reason names what was answered, as far as its rule looks at it: %j', (facts, english, german) => {
    const said = (language: 'en' | 'de') =>
      decide(defaultCharter, parseFacts(defaultCharter, { ...HARMLESS, ...facts }), NOW, language).reasons.map(({ because }) => because)
    expect(said('en')).toContain(english)
    expect(said('de')).toContain(german)
  })

  it('says the same bytes each time', () => {
    expect(JSON.stringify(check({ audience: 'my-team' }))).toBe(JSON.stringify(check({ audience: 'my-team' })))
  })

  it('a not-sure answer to something that could be prohibited is settled first, never refused', () => {
    for (const fact of ['movesMoney', 'regulatedUses', 'decidesAboutIndividuals', 'integrations'])
      expect(check({ ...HARMLESS, [fact]: 'not-sure' })).toMatchObject({ verdict: 'clarify', approvals: ['coe'], openQuestions: [fact] })
  })

  it('what blocks is said also where more is open, and the sign-offs are those it will need once mended', () => {
    expect(check({ ...HARMLESS, ownerActive: false, movesMoney: null })).toMatchObject({
      verdict: 'blocked',
      approvals: ['coe'],
      tier: 4,
      range: [1, 4],
    })
    expect(check({ ...HARMLESS, ownerActive: false, movesMoney: true })).toMatchObject({ verdict: 'referred', approvals: [] })
  })

  it('the same facts on 1 and on 2 December 2026 differ: the law does', () => {
    const facts = { ...HARMLESS, regulatedUses: ['eu-art5-ba'] }
    expect(check(facts, Temporal.Instant.from('2026-12-01T23:59:59Z'))).toMatchObject({ verdict: 'approved-by-default', prohibited: [] })
    expect(check(facts, Temporal.Instant.from('2026-12-02T00:00:00Z'))).toMatchObject({
      verdict: 'refused',
      prohibited: [{ rule: 'eu-article-5' }],
    })
  })

  it('only a recorded legal assessment brings an Annex III use down to tier 3, and never with profiling', () => {
    const use = { ...HARMLESS, regulatedUses: ['eu-annex3-3b'] }
    expect(check(use).tier).toBe(4)
    expect(check({ ...use, legalAssessment: 'not-high-risk' }).tier).toBe(4)
    expect(check({ ...use, legalAssessment: 'not-high-risk', profilesPeople: 'ruled-out' }).tier).toBe(3)
  })

  it('a company tool approved for every class of data in a scenario exists, and no tool may see passwords', () => {
    for (const dataClass of defaultCharter.documents['data-classes.yaml'].dataClasses)
      expect(defaultCharter.documents['tools.yaml'].tools.some(({ approvedFor }) => approvedFor.includes(dataClass.id))).toBe(
        dataClass.id !== 'credentials',
      )
  })

  it('has other words in German than in English', () => {
    const same: string[] = []
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return
      if ('en' in value && 'de' in value) {
        if (value.en === value.de) same.push(`${path}: ${String(value.en)}`)
      } else for (const [key, part] of Object.entries(value)) walk(part, `${path}/${key}`)
    }
    walk(defaultCharter.documents, '')
    expect(same.filter(line => !/: (Text|Team|App|Agent|Pilot|Change-Management|Video|Service-Desk)$/.test(line))).toEqual([])
    expect(LANGUAGES).toEqual(['en', 'de'])
  })
})

describe('deleting a rule', () => {
  const kept = <T extends { id: string }>(rules: T[], id: string): T[] => rules.filter(rule => rule.id !== id)
  const without = (id: string): Documents => {
    const { documents } = defaultCharter
    return {
      ...documents,
      'tiers.yaml': { ...documents['tiers.yaml'], rules: kept(documents['tiers.yaml'].rules, id) },
      'prohibited.yaml': { prohibited: kept(documents['prohibited.yaml'].prohibited, id) },
      'guardrails.yaml': { guardrails: kept(documents['guardrails.yaml'].guardrails, id) },
      'obligations.yaml': { obligations: kept(documents['obligations.yaml'].obligations, id) },
    }
  }

  it.each(defaultCharter.rules.map(({ id }) => ({ id })))('turns an example red: $id', ({ id }) => {
    const assembled = assembleCharter(without(id))
    if ('errors' in assembled) throw new Error('It should still compile.')
    expect(assembled.charter.rules).toHaveLength(defaultCharter.rules.length - 1)
    expect(runExamples(assembled.charter).flatMap(({ failures }) => failures).length).toBeGreaterThan(0)
  })
})
