import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sql } from 'kysely'
import { shippedCharter } from '#src/charter-files.ts'
import type { Credential } from '#src/kernel/operation.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { dice, edited, randomEdit, valuesOf } from '../charter/edits.ts'
import type { Edit } from '../charter/edits.ts'
import { freshInstallation } from '../harness.ts'

/*
 * The life of a charter: proposed by one person, shown with its impact, adopted by another, never changed.
 */
interface Version {
  version: number
  label: string
  digest: string
  state: string
  basedOn: string
}
interface Shown {
  proposal: Version
  changes: { path: string[]; text: string }[]
  comingRules: { rule: string; on: string }[]
  impact: { totals: Record<string, number> | null; effects: ({ key: string } & Record<string, unknown>)[]; unreadable: { key: string }[]; coming: { key: string; on: string }[]; next: string | null }
}

let guildhall: Awaited<ReturnType<typeof freshInstallation>>
let lead: Credential
let security: Credential
let maker: Credential
const shipped = shippedCharter()
const values = valuesOf(shipped.documents)
let serial = 0

const ask = async <T = Record<string, unknown>>(name: string, input: Record<string, unknown>, credential: Credential): Promise<T> => {
  const { run, program } = guildhall
  return (await run(program.named(name), input, credential)).output as T
}
const propose = (documents: Record<string, string> | undefined, as = lead, more: Record<string, unknown> = {}) =>
  ask<Version>('propose-charter', { ...(documents ? { documents } : {}), note: 'For these tests.', requestId: `charter-test-${(serial += 1)}`, ...more }, as)
const adopt = ({ digest, version }: Version, as = security) => ask<Version>('adopt-charter', { digest, version }, as)
const withdraw = ({ digest, version }: Version, as = lead) => ask<Version>('withdraw-charter-proposal', { digest, version }, as)
const shown = (more: Record<string, unknown> = {}) => ask<Shown>('show-charter-proposal', more, lead)
const inForce = () => ask<{ version: string; digest: string; adopted: { by: string | null; at: string } | null }>('show-charter', {}, lead)
const charter = (...edits: Edit[]): Record<string, string> => {
  const documents = edited(values, `test-${(serial += 1)}`, ...edits)
  if (!documents) throw new Error('This edit does not compile.')
  return documents
}
const withTier = (id: string, tier: 1 | 2 | 3 | 4): Edit => documents => ({
  ...documents,
  'tiers.yaml': { ...documents['tiers.yaml'], rules: documents['tiers.yaml'].rules.map(rule => (rule.id === id ? { ...rule, tier } : rule)) },
})
const facts = { audience: 'my-team', dataClasses: ['internal'], kind: 'automation-flow', tools: ['flow-builder'], movesMoney: false, decisionImpact: ['hard-to-undo'], decidesAboutIndividuals: ['none'], integrations: ['none'], externalContent: false, writesCodeOrSettings: false, sendsAs: 'nothing', peopleTalkToIt: 'none', vulnerablePeople: false, regulatedUses: ['none'], autonomy: 'assists', syntheticMedia: ['none'] }
const register = (name: string, change: Record<string, unknown> = {}) =>
  ask<{ key: string }>('register-solution', { name, purpose: 'For these tests.', facts: { ...facts, ...change }, requestId: `charter-test-${(serial += 1)}` }, maker)

beforeAll(async () => {
  guildhall = await freshInstallation()
  ;[lead, security, maker] = await Promise.all([guildhall.as('amelia-hart'), guildhall.as('daniel-okoye'), guildhall.as('priya-raman')])
})
afterAll(() => guildhall.remove())

describe('the charter', () => {
  test('that ships is in force unsigned until two people adopt it as it is', async () => {
    expect(await inForce()).toMatchObject({ version: shipped.charter.version, digest: shipped.charter.digest, adopted: null })
    const proposal = await propose(undefined)
    expect(proposal).toMatchObject({ label: shipped.charter.version, digest: shipped.charter.digest, state: 'proposed', basedOn: shipped.charter.digest })
    expect(await shown()).toMatchObject({ changes: [], impact: { effects: [], totals: { changed: 0 } } })
    expect(await adopt(proposal)).toMatchObject({ state: 'in-force', version: 2 })
    expect(await inForce()).toMatchObject({ adopted: { by: 'Daniel Okoye' } })
    expect(await ask('show-charter', {}, { kind: 'none' })).toMatchObject({ adopted: { by: null } })
  })

  test('is proposed, shown in words and by name, adopted by a second person, and superseded by the next', async () => {
    const { key } = await register('Reminders to suppliers')
    const documents = charter(withTier('hard-to-undo', 4))
    const before = await inForce()
    const proposal = await propose(documents)
    expect(await inForce()).toEqual(before)
    const preview = await shown()
    expect(preview.changes.map(({ text }) => text)).toContain('tiers › hard-to-undo › tier was 3 and is now 4.')
    expect((await shown({ language: 'de' })).changes.map(({ text }) => text)).toContain('tiers › hard-to-undo › tier war 3 und ist jetzt 4.')
    expect(preview.impact.effects).toContainEqual(expect.objectContaining({ key, name: 'Reminders to suppliers', tier: { before: 3, after: 4 }, verdict: { before: 'review', after: 'referred' }, lane: { before: 'Three sign-offs', after: 'Handed over' } }))
    await adopt(proposal)
    expect(await inForce()).toMatchObject({ version: proposal.label, digest: proposal.digest })
    const { versions } = await ask<{ versions: Version[] }>('list-charter-versions', {}, lead)
    expect(versions.map(({ state }) => state)).toEqual(['in-force', 'superseded'])
    expect(await ask('show-charter-version', { digest: proposal.digest }, maker)).toMatchObject({ state: 'in-force', documents })
  })
})
