import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NEVER_WAIVED } from '#src/engines/charter/index.ts'
import { grantedWaivers, waived } from '#src/capabilities/waivers/index.ts'
import type { ToolsWorld, Who } from '../tools/world.ts'
import { toolsWorld } from '../tools/world.ts'

let world: ToolsWorld
beforeAll(async () => {
  world = await toolsWorld()
})
afterAll(() => world.remove())

interface Waiver {
  id: string
  version: number
  standing: string
}
const asked = async (more: Record<string, unknown> = {}, who: Who = 'maker') => {
  const solution = more['solution'] ?? (await world.register('To be put off', {}, who)).key
  const input = { what: 'entry-expired', reason: 'The owner is at sea.', endsOn: '2026-12-23', ...more, solution }
  return world.ask<Waiver>('request-waiver', input, who)
}
const decideBy = (name: 'grant-waiver' | 'decline-waiver', { id, version }: Waiver, who: Who) =>
  world.ask<Waiver>(name, { id, version, note: 'Until then.' }, who)
const list = (input: Record<string, unknown> = {}, who: Who = 'coe') =>
  world.ask<{ waivers: Waiver[]; never: { id: string; text: string }[]; waivable: { id: string }[]; next: string | null }>(
    'list-waivers',
    input,
    who,
  )

describe('what can’t be waived', () => {
  test.each(NEVER_WAIVED)('%s can’t be asked for', async what => {
    await expect(asked({ what })).rejects.toMatchObject({ code: 'never-waived', blockers: [{ field: 'what' }] })
  })

  test('is refused in the charter’s words, as the list shows them', async () => {
    const { never } = await list()
    expect(never.length).toBeGreaterThan(5)
    for (const { id, text } of never) await expect(asked({ what: id })).rejects.toMatchObject({ message: expect.stringContaining(text) })
  })

  test('nor can what the charter doesn’t know, or for longer than it lets', async () => {
    await expect(asked({ what: 'my-homework' })).rejects.toMatchObject({ code: 'not-waivable' })
    await expect(asked({ endsOn: '2027-02-22' })).rejects.toMatchObject({
      code: 'waiver-too-long',
      blockers: [{ field: 'endsOn', remedy: expect.stringContaining('2027-02-21') }],
    })
    await expect(asked({ endsOn: '2026-11-23' })).rejects.toMatchObject({ code: 'waiver-over' })
  })
})

describe('leave', () => {
  test('is asked for by whoever answers for the solution, once at a time', async () => {
    const { key: solution } = await world.register('Mine', {})
    await expect(asked({ solution }, 'otherMaker')).rejects.toMatchObject({ code: 'no-such-solution' })
    await expect(asked({ solution }, 'coe')).rejects.toMatchObject({ code: 'not-yours' })
    const both = await Promise.allSettled([asked({ solution }), asked({ solution })])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'waiver-requested' } })
  })

  test('is granted by the office that the charter names, by one of two who decide at once', async () => {
    const waiver = await asked({ what: 'security-checklist-item' })
    await expect(decideBy('grant-waiver', waiver, 'coe')).rejects.toMatchObject({ code: 'not-your-leave' })
    await expect(decideBy('grant-waiver', waiver, 'maker')).rejects.toMatchObject({ code: 'not-your-leave' })
    const both = await Promise.allSettled([decideBy('grant-waiver', waiver, 'security'), decideBy('decline-waiver', waiver, 'security')])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    // Whoever reads it anew and decides again hears so, too.
    await expect(decideBy('grant-waiver', { ...waiver, version: waiver.version + 1 }, 'security')).rejects.toMatchObject({
      code: 'waiver-decided',
    })
  })

  test('is nobody’s own to grant, through another account neither', async () => {
    const own = await asked({}, 'coe')
    await expect(decideBy('grant-waiver', own, 'coe')).rejects.toMatchObject({ code: 'own-leave' })
    const theirs = await asked({}, 'otherMaker')
    const human = (await world.db.selectFrom('person').select('human').where('id', '=', 'jonas-weber').executeTakeFirstOrThrow()).human
    await world.db.updateTable('person').set({ human }).where('id', '=', 'hanna-lindqvist').execute()
    await expect(decideBy('grant-waiver', theirs, 'coe')).rejects.toMatchObject({ code: 'own-leave' })
    await world.db.updateTable('person').set({ human: 'hanna-lindqvist' }).where('id', '=', 'hanna-lindqvist').execute()
    expect(await decideBy('grant-waiver', theirs, 'coe')).toMatchObject({ standing: 'running' })
  })

  test('for what somebody made is nobody’s of theirs to grant, whoever asked', async () => {
    const { key: solution } = await world.register('Made by a reviewer', {}, 'coe')
    const number = Number(solution.slice(4))
    await world.db
      .updateTable('solution')
      .set({ coMakers: JSON.stringify(['priya-raman']) })
      .where('number', '=', number)
      .execute()
    await expect(decideBy('grant-waiver', await asked({ solution }), 'coe')).rejects.toMatchObject({ code: 'own-leave' })
  })

  test('holds until its day, is listed as expired after it, and can be ended before', async () => {
    const { key: solution } = await world.register('For a while', {})
    const waiver = await decideBy('grant-waiver', await asked({ solution }), 'coe')
    const of = async () => {
      const { id } = await world.db
        .selectFrom('solution')
        .select('id')
        .where('number', '=', Number(solution.slice(4)))
        .executeTakeFirstOrThrow()
      return grantedWaivers(world.db, id)
    }
    expect(waived(await of(), 'entry-expired', '2026-12-23')).toBe(true)
    expect(waived(await of(), 'entry-expired', '2026-12-24')).toBe(false)
    expect(waived(await of(), 'audit-date', '2026-12-01')).toBe(false)
    expect((await list({ standing: 'running', solution })).waivers.map(({ id }) => id)).toEqual([waiver.id])
    await expect(world.ask('end-waiver', { id: waiver.id, version: waiver.version }, 'otherMaker')).rejects.toMatchObject({
      code: 'no-such-waiver',
    })
    await expect(world.ask('end-waiver', { id: waiver.id, version: waiver.version }, 'auditor')).rejects.toMatchObject({
      code: 'not-your-leave',
    })
    expect(await world.ask('end-waiver', { id: waiver.id, version: waiver.version }, 'maker')).toMatchObject({ standing: 'ended' })
    expect(waived(await of(), 'entry-expired', '2026-12-01')).toBe(false)

    const again = await decideBy('grant-waiver', await asked({ solution }), 'coe')
    await world.db.updateTable('waiver').set({ endsOn: '2026-11-22' }).where('id', '=', again.id).execute()
    expect((await list({ standing: 'expired', solution })).waivers).toMatchObject([{ id: again.id, standing: 'expired' }])
    expect((await list({ standing: 'running', solution })).waivers).toEqual([])
    await expect(world.ask('end-waiver', { id: again.id, version: again.version }, 'maker')).rejects.toMatchObject({
      code: 'waiver-over-already',
    })
  })

  test('is listed for those who may see the solution, page by page', async () => {
    expect((await list({}, 'otherMaker')).waivers).toHaveLength(1)
    const all = (await list()).waivers.map(({ id }) => id)
    const paged: string[] = []
    let before: string | null = null
    do {
      const page = await list({ limit: 2, ...(before === null ? {} : { before }) })
      paged.push(...page.waivers.map(({ id }) => id))
      before = page.next
    } while (before !== null)
    expect(paged).toEqual(all)
  })

  test('stands in the ledger without anybody’s words', async () => {
    const entries = await world.db.selectFrom('ledgerEntry').select(['type', 'body']).where('type', 'like', 'waiver-%').execute()
    expect(new Set(entries.map(({ type }) => type)).size).toBeGreaterThanOrEqual(3)
    expect(entries.map(({ body }) => body).join()).not.toMatch(/at sea|Until then/)
  })
})
