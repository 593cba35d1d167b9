import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decide, parseFacts } from '#src/engines/charter/index.ts'
import { HARMLESS } from '#src/engines/charter/scenarios.fixture.ts'
import type { ToolsWorld } from '../tools/world.ts'
import { toolsWorld } from '../tools/world.ts'

let world: ToolsWorld
beforeAll(async () => {
  world = await toolsWorld()
})
afterAll(() => world.remove())

interface Users {
  users: { key: string; name: string; owner: { name: string } }[]
  total: number
  next: string | null
}
interface Preview {
  preview: { words: string[]; details: Users & { replacedBy: { id: string }[] } }
}

const preview = async (proposal: string, more: Record<string, unknown> = {}) =>
  (await world.ask<Preview>('show-proposal', { proposal, ...more }, 'lead')).preview

describe('the withdrawal of a tool', () => {
  const using: string[] = []
  test('names every solution that uses it before anybody signs: one page after the other, and all of them counted', async () => {
    for (const n of [1, 2, 3, 4, 5])
      using.push((await world.register(`Uses it ${n}`, { tools: n % 2 ? ['app-builder', 'flow-builder'] : 'app-builder' })).key)
    using.push((await world.register('May use it', { tools: { among: ['app-builder', 'code-assistant'] } }, 'otherMaker')).key)
    await world.register('Uses another', { tools: ['flow-builder'] })

    const { id } = await world.proposeWithdrawal('app-builder', ['flow-builder'])
    const seen: string[] = []
    let after: string | null = null
    do {
      const { words, details } = await preview(id, { limit: 2, ...(after === null ? {} : { after }) })
      expect(details.total).toBe(6)
      expect(words.join(' ')).toContain('6 solutions use it')
      expect(words.join(' ')).toContain('To use instead: Flow builder')
      seen.push(...details.users.map(({ key }) => key))
      after = details.next
    } while (after !== null)
    expect(seen.toSorted()).toEqual(using.toSorted())
    expect((await preview(id)).details.users[0]?.owner.name).toBe('Jonas Weber')
  })

  test('is adopted by another person, and stops the tool for everything that is checked from then on', async () => {
    const facts = { tools: ['app-builder'], dataClasses: ['internal'] }
    expect((await world.check(facts)).guardrails).toEqual([])
    const { proposals } = await world.ask<{ proposals: { id: string; version: number; digest: string; about: string | null }[] }>(
      'list-proposals',
      { kind: 'withdraw-tool', state: 'open' },
      'security',
    )
    const [open] = proposals
    expect(open?.about).toBe('App builder')
    if (!open) throw new Error('There is no open withdrawal.')
    await expect(world.adopt(open, 'security')).rejects.toMatchObject({ code: 'no-second-person' })
    await expect(world.adopt(open, 'maker')).rejects.toMatchObject({ code: 'no-such-proposal' })
    const both = await Promise.allSettled([world.adopt(open, 'lead'), world.adopt(open, 'legal')])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)

    const said = await world.check(facts)
    expect(said).toMatchObject({ verdict: 'blocked', guardrails: [{ rule: 'tool-not-approved' }] })
    expect(said.guardrails[0]?.remedy).toContain('Flow builder')
    expect(said.guardrails[0]?.remedy).not.toContain('App builder')
    expect(await world.show('app-builder', 'coe')).toMatchObject({
      status: 'withdrawn',
      withdrawnOn: '2026-11-23',
      reason: 'The contract ended.',
      replacedBy: [{ id: 'flow-builder', name: 'Flow builder' }],
      solutions: 6,
    })
    await expect(world.proposeWithdrawal('app-builder')).rejects.toMatchObject({ code: 'tool-not-in-use' })
  })

  test('shows in the questions, the guide and what is registered from then on', async () => {
    const charter = await world.ask<{ digest: string; toolsDigest: string; questions: { id: string; values: { id: string }[] }[] }>(
      'show-charter',
      {},
      'maker',
    )
    expect(charter.questions.find(({ id }) => id === 'tools')?.values.map(({ id }) => id)).toContain('app-builder')
    const { shipped } = world.program.charters
    expect(charter.digest).toBe(shipped.charter.digest)
    expect(charter.toolsDigest).not.toBe(shipped.charter.toolsDigest)
    const guide = await world.ask<{ dataClasses: { id: string; tools: string[] }[] }>('show-tier-guide', {}, 'maker')
    expect(guide.dataClasses.find(({ id }) => id === 'internal')?.tools).not.toContain('App builder')
    expect(await world.register('Too late', { tools: ['app-builder'] })).toMatchObject({ verdict: 'blocked' })
  })

  test('leaves the charter’s own documents as they were adopted', async () => {
    const version = await world.ask<{ digest: string; documents: Record<string, string> }>(
      'show-charter-version',
      { digest: world.program.charters.shipped.charter.digest },
      'lead',
    )
    expect(version.documents['tools.yaml']).toBe(world.program.charters.shipped.documents['tools.yaml'])
    const compared = await world.ask<{ changes: unknown[] }>('compare-with-shipped', {}, 'lead')
    expect(compared.changes).toEqual([])
  })

  test('names to makers only solutions that they may see', async () => {
    const users = (who: 'maker' | 'otherMaker' | 'coe') => world.ask<Users>('list-tool-users', { tool: 'app-builder' }, who)
    expect((await users('coe')).total).toBe(7)
    expect((await users('otherMaker')).users.map(({ name }) => name)).toEqual(['May use it'])
    expect((await world.show('app-builder', 'otherMaker')).solutions).toBe(1)
  })

  test('is undone by a review, not by one person', async () => {
    const { version } = await world.show('app-builder')
    const fields = await world.fields('app-builder')
    const changed = await world.ask<{ does: string; review: { key: string } }>(
      'change-tool',
      { tool: 'app-builder', version, ...fields },
      'coe',
    )
    expect(changed.does).toBe('review')
    expect((await world.show('app-builder')).status).toBe('withdrawn')
    await world.approve(changed.review.key)
    expect(await world.show('app-builder')).toMatchObject({ status: 'approved', withdrawnOn: null })
    expect((await world.check({ tools: ['app-builder'], dataClasses: ['internal'] })).guardrails).toEqual([])
  })

  test('names a replacement that may be used itself', async () => {
    for (const other of ['public-chat', 'nothing-of-ours'])
      await expect(world.proposeWithdrawal('public-chat', [other])).rejects.toMatchObject({ code: 'no-replacement' })
    await expect(world.proposeWithdrawal('nothing-of-ours')).rejects.toMatchObject({ code: 'no-such-tool' })
  })
})

describe('a withdrawal and an approval at the same instant', () => {
  test('leave the tool in one of both states, each with its entry', async () => {
    const fields = await world.fields('code-assistant')
    const { version } = await world.show('code-assistant')
    const wider = { ...fields, approvedFor: [...(fields.approvedFor as object[]), { dataClass: 'confidential', highestTier: 2 }] }
    const { review } = await world.ask<{ review: { key: string } }>('change-tool', { tool: 'code-assistant', version, ...wider }, 'coe')
    await world.sign(review.key, 'security')
    const proposal = await world.proposeWithdrawal('code-assistant')
    await Promise.allSettled([world.adopt(proposal), world.sign(review.key, 'legal')])
    const entries = await world.db
      .selectFrom('ledgerEntry')
      .select(['type', 'subjectVersion'])
      .where('subjectKind', '=', 'tool')
      .where('subjectId', '=', 'code-assistant')
      .orderBy('id')
      .execute()
    const { status, version: now } = await world.show('code-assistant')
    expect(entries.map(({ subjectVersion }) => subjectVersion)).toEqual(entries.map((_, index) => index + 2))
    expect(entries.at(-1)).toEqual({ type: status === 'withdrawn' ? 'tool-withdrawn' : 'tool-approved', subjectVersion: now })
  })
})

describe('the charter that decisions go by', () => {
  test('is compiled once for a list, and asks the database for no more than the marks', async () => {
    const { charters } = world.program
    await world.db.transaction().execute(async db => {
      const first = await charters.inForce(db)
      expect(await charters.inForce(db)).toBe(first)
      expect(first.digest).toBe((await charters.adopted(db)).digest)
      const facts = parseFacts(first, { ...HARMLESS, tools: ['app-builder'] })
      expect(decide(first, facts, world.clock.now()).charter).toBe(first.version)
    })
  })

  test('of a transaction that was undone is not taken for another’s', async () => {
    const { charters } = world.program
    const undone = new Error('undone')
    const before = await world.db.transaction().execute(charters.inForce)
    await world.db
      .transaction()
      .execute(async db => {
        await db
          .updateTable('tool')
          .set({ status: 'withdrawn', withdrawnOn: '2026-11-23', mark: 'another' })
          .where('id', '=', 'app-builder')
          .execute()
        expect(await charters.inForce(db)).not.toBe(before)
        throw undone
      })
      .catch((error: unknown) => expect(error).toBe(undone))
    expect(await world.db.transaction().execute(charters.inForce)).toBe(before)
  })
})
