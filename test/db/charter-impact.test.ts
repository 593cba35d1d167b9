import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { SCENARIOS, HARMLESS } from '#src/engines/charter/scenarios.fixture.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { dice, edited, randomEdit, withTier } from '../charter/edits.ts'
import type { Edit } from '../charter/edits.ts'
import { charterWorld, values } from '../charter/world.ts'
import type { Shown } from '../charter/world.ts'

/*
 * What a proposal says it will change is what it changes.
 */
const { guildhall, lead, maker, ask, requestId, charter, propose, adopt, shown, register, clear } = await charterWorld()
afterEach(clear)
afterAll(() => guildhall.remove())

describe('the impact', () => {
  interface Answer {
    tier: number
    verdict: string
    approvals: string[]
    prohibited: { rule: string }[]
    guardrails: { rule: string }[]
    obligations: { id: string }[]
  }
  const registered: { key: string; facts: Record<string, unknown> }[] = []
  const answers = async () => {
    const all = new Map<string, Answer>()
    for (const { key, facts } of registered)
      all.set(key, await ask<Answer>('check-idea', { facts: { ...facts, ownerActive: true } }, { kind: 'none' }))
    return all
  }
  /** What changed from one answer to the other, worked out here and nowhere else. */
  const changeBetween = (was: Answer, is: Answer) => {
    const less = (one: readonly string[], other: readonly string[]) => one.filter(each => !other.includes(each))
    const [prohibitedWas, prohibitedIs] = [was.prohibited.map(({ rule }) => rule), is.prohibited.map(({ rule }) => rule)]
    const [blockedWas, blockedIs] = [was.guardrails.map(({ rule }) => rule), is.guardrails.map(({ rule }) => rule)]
    const [dutiesWere, dutiesAre] = [was.obligations.map(({ id }) => id), is.obligations.map(({ id }) => id)]
    const change = {
      tier: { before: was.tier, after: is.tier },
      verdict: { before: was.verdict, after: is.verdict },
      approvals: { before: was.approvals, after: is.approvals },
      newlyProhibited: less(prohibitedIs, prohibitedWas),
      noLongerProhibited: less(prohibitedWas, prohibitedIs),
      newlyBlocked: less(blockedIs, blockedWas),
      noLongerBlocked: less(blockedWas, blockedIs),
      obligations: { added: less(dutiesAre, dutiesWere), removed: less(dutiesWere, dutiesAre) },
    }
    const told = ({ tier, verdict, approvals }: Answer) => JSON.stringify([tier, verdict, approvals])
    const lists = [
      change.newlyProhibited,
      change.noLongerProhibited,
      change.newlyBlocked,
      change.noLongerBlocked,
      change.obligations.added,
      change.obligations.removed,
    ]
    return told(was) === told(is) && lists.every(list => list.length === 0) ? null : change
  }

  beforeAll(async () => {
    for (const { id, facts: said } of SCENARIOS) {
      const { ownerActive: _, ...told } = { ...HARMLESS, ...said } as Record<string, unknown>
      const half = Object.fromEntries(Object.entries(told).filter((_, i) => i % 2 === 0))
      for (const facts of registered.length % 3 === 0 ? [told, half] : [told])
        await ask<{ key: string; state: string }>(
          'register-solution',
          { name: `Scenario ${id}`, purpose: 'A scenario.', facts, requestId: requestId() },
          maker,
        ).then(
          // What the charter refuses has come to its end; a change of the charter reaches what goes on.
          ({ key, state }) => state !== 'refused' && registered.push({ key, facts }),
        )
    }
    expect(registered.length).toBeGreaterThan(25)
  })

  // The rules are the same on both stores; the larger number is of the long programme (vitest.config.ts).
  const rounds = inject('engine') === 'pg' ? 40 : 100

  test(`previewed by name is the difference after adoption, in ${rounds} random changes`, { timeout: 240_000 }, async () => {
    const roll = dice(20_261_123)
    let changes = 0
    let adopted = 0
    let drawn = 0
    let before = await answers()
    while (adopted < rounds) {
      const documents = edited(values, `random-${(drawn += 1)}`, randomEdit(roll), randomEdit(roll))
      const proposal =
        documents &&
        (await propose(documents).catch((error: unknown) =>
          error instanceof Refusal && error.code === 'charter-broken' ? null : Promise.reject(error as Error),
        ))
      if (!proposal) continue
      const { impact } = await shown({ limit: 1_000 })
      await adopt(proposal)
      const after = await answers()
      const previewed = new Map(impact.effects.map(({ key, ...effect }) => [key, effect]))
      for (const { key } of registered) {
        const change = changeBetween(before.get(key)!, after.get(key)!)
        if (change === null) expect(previewed.get(key)).toBeUndefined()
        else expect(previewed.get(key)).toMatchObject(change)
        changes += change === null ? 0 : 1
      }
      expect(impact.totals).toMatchObject({ changed: impact.effects.length, unreadable: 0 })
      before = after
      adopted += 1
    }
    // Most changes reach few solutions or none; a preview that never said anything would be no proof.
    expect(changes).toBeGreaterThan(rounds / 5)
  })

  test('can be read in pages, each solution once, with the whole counted on the first', async () => {
    await propose(
      charter(
        withTier('leaves-the-company', 4),
        withTier('company-systems', 4),
        withTier('protected-data', 4),
        withTier('personal-data', 4),
      ),
    )
    const whole = await shown({ limit: 1_000 })
    expect(whole.impact.totals?.['changed']).toBeGreaterThan(4)
    const walked: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const page: Shown = await shown({ limit: 3, ...(after === '' ? {} : { after }) })
      if (after === '') expect(page.impact.totals).toEqual(whole.impact.totals)
      else expect(page.impact.totals).toBeNull()
      walked.push(...page.impact.effects.map(({ key }) => key))
      after = page.impact.next
    }
    expect(walked).toEqual(whole.impact.effects.map(({ key }) => key))
  })

  test('takes for granted that what is registered has an owner, as decisions do', async () => {
    await adopt(await propose(charter()))
    const alsoWithoutOwner: Edit = documents => ({
      ...documents,
      'tiers.yaml': {
        ...documents['tiers.yaml'],
        rules: documents['tiers.yaml'].rules.map(rule =>
          rule.id === 'hard-to-undo' ? { ...rule, when: `(${rule.when}) || !ownerActive` } : rule,
        ),
      },
    })
    await propose(charter(alsoWithoutOwner))
    const { impact, changes } = await shown()
    expect(changes.map(({ path }) => path.join(' '))).toContain('tiers.yaml rules hard-to-undo when')
    expect(impact.effects).toEqual([])
  })

  test('names the solutions whose answers the proposed charter no longer knows', async () => {
    const [tool] = values['tools.yaml'].tools
    const proposed = await propose(
      charter(documents => ({
        ...documents,
        'tools.yaml': { ...documents['tools.yaml'], tools: [...documents['tools.yaml'].tools, { ...tool!, id: 'night-watch' }] },
      })),
    )
    expect((await shown()).impact.effects).toHaveLength(0)
    await adopt(proposed)
    const { key } = await register('Watches at night', { tools: ['night-watch'] })
    await propose(charter())
    const { impact } = await shown()
    expect(impact.unreadable).toEqual([
      expect.objectContaining({ key, name: 'Watches at night', reasons: [expect.stringContaining('tools')] }),
    ])
    expect(impact.totals).toMatchObject({ unreadable: 1, changed: 0 })
  })

  test('says which rules begin within 60 days, and whom they will reach', async () => {
    const { key } = await register('Undresses pictures', { regulatedUses: ['eu-art5-bb'] })
    await propose(charter())
    const { impact, comingRules } = await shown({ limit: 1_000 })
    expect(comingRules).toEqual([expect.objectContaining({ rule: 'eu-article-5-intimate-images', does: 'begin', on: '2026-12-02' })])
    expect(impact.coming).toContainEqual(expect.objectContaining({ key, on: '2026-12-02T00:00:00Z', newlyProhibited: ['eu-article-5'] }))
    expect(impact.totals?.['reachedByComingRules']).toBe(new Set(impact.coming.map(({ key }) => key)).size)

    const announced = await ask<{ rules: unknown[]; solutions: { key: string }[]; reached: number }>(
      'show-coming-rules',
      { language: 'de' },
      lead,
    )
    expect(announced).toMatchObject({
      rules: [{ rule: 'eu-article-5-intimate-images', on: '2026-12-02' }],
      reached: announced.solutions.length,
    })
    expect(announced.solutions).toContainEqual(expect.objectContaining({ key }))
    await expect(ask('show-coming-rules', {}, maker)).rejects.toMatchObject({ code: 'reviewers-only' })
  })

  test('reaches every solution of a registry of several thousands, and counts each once', async () => {
    const { db } = guildhall.store
    const { facts } = registered[0]!
    await sql`insert into solution (id, version, seal_salt, name, purpose, maker_id, owner_id, facts, charter_version, charter_digest, tier, verdict, state, created_at, changed_at)
      select 'many-' || i, 1, decode('00', 'hex'), 'One of many ' || i, 'x', 'priya-raman', 'priya-raman', ${JSON.stringify({ ...facts, decisionImpact: ['hard-to-undo'] })}::jsonb, 'x', 'x', 3, 'review', 'draft', now(), now() from generate_series(1, 2500) i`.execute(
      db,
    )
    await propose(charter(withTier('hard-to-undo', 4)))
    const { total } = await db
      .selectFrom('solution')
      .select(eb => eb.fn.countAll<number>().as('total'))
      .where('state', '<>', 'refused')
      .executeTakeFirstOrThrow()
    const { impact } = await shown()
    expect(impact.totals).toMatchObject({ compared: total })
    expect(impact.totals?.['changed']).toBeGreaterThanOrEqual(2_500)
    const walked: string[] = []
    for (let after: string | null = ''; after !== null;) {
      const page: Shown = await shown({ limit: 700, ...(after === '' ? {} : { after }) })
      walked.push(...page.impact.effects.map(({ key }) => key))
      after = page.impact.next
    }
    expect(new Set(walked).size).toBe(walked.length)
    expect(walked).toHaveLength(impact.totals?.['changed'] ?? 0)
  })
})
