import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toolRequests, tools } from '#src/capabilities/tools/governed.ts'
import type { Db } from '#src/store/index.ts'
import type { ToolsWorld } from '../tools/world.ts'
import { newcomer, toolsWorld } from '../tools/world.ts'

let world: ToolsWorld
beforeAll(async () => {
  world = await toolsWorld()
})
afterAll(() => world.remove())

interface Listed {
  tools: { id: string; status: string; overdue: boolean; approvedFor: { dataClass: string; highestTier: number }[] }[]
  total: number
  dataClasses: { id: string }[]
  requests: { id: string; tool: string; note: string }[]
}
const list = (input: Record<string, unknown> = {}) => world.ask<Listed>('list-tools', input, 'maker')
const ids = async (input: Record<string, unknown> = {}) => (await list(input)).tools.map(({ id }) => id)

describe('the list of tools', () => {
  test('begins as the charter’s own, each class of data in every tier', async () => {
    const { tools, total, dataClasses } = await list()
    expect(total).toBe(tools.length)
    expect(tools.map(({ id }) => id)).toContain('flow-builder')
    expect(
      tools.every(({ status, approvedFor }) => status === 'approved' && approvedFor.every(({ highestTier }) => highestTier === 4)),
    ).toBe(true)
    expect(dataClasses.map(({ id }) => id)).toContain('customer-pii')
  })

  test('is narrowed by class of data, status, words and what is overdue', async () => {
    expect(await ids({ dataClass: 'health' })).toEqual(['protected-workspace'])
    expect(await ids({ q: 'scans' })).toEqual(['document-reader'])
    expect(await ids({ status: 'withdrawn' })).toEqual([])
    expect(await ids({ overdue: true })).toEqual(await ids())
  })

  test('suggests approved tools for some data, those that are approved for the least besides first', async () => {
    const suggest = async (dataClasses: string) =>
      (await world.ask<{ suggestions: { id: string; all: boolean; missing: string[] }[] }>('suggest-tools', { dataClasses }, 'maker'))
        .suggestions
    expect((await suggest('health'))[0]).toMatchObject({ id: 'protected-workspace', all: true })
    expect((await suggest('public'))[0]).toMatchObject({ id: 'public-chat', all: true })
    const [first, second] = await suggest('financial-records,health')
    expect(first).toMatchObject({ id: 'protected-workspace', all: true })
    expect(second).toMatchObject({ all: false, missing: ['health'] })
  })
})

describe('a tool that somebody asks for', () => {
  test('shows approved tools first, and takes a reason where one would do', async () => {
    await expect(world.request({ noneFits: undefined })).rejects.toMatchObject({
      code: 'approved-tools-exist',
      blockers: expect.arrayContaining([expect.objectContaining({ field: 'noneFits', reason: expect.stringContaining('Flow builder') })]),
    })
  })

  test('is looked at by IT security and legal, and decides from the last yes on', async () => {
    const facts = { tools: ['cafe-notes-3000'], dataClasses: ['internal'] }
    const request = await world.request()
    expect(request).toMatchObject({ tool: 'cafe-notes-3000', state: 'open', review: expect.stringMatching(/^REV-/) })
    await expect(world.check(facts)).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(world.request({}, 'otherMaker')).rejects.toMatchObject({ code: 'request-open' })
    await world.sign(request.review, 'security')
    await expect(world.check(facts)).rejects.toMatchObject({ code: 'invalid-input' })
    await world.sign(request.review, 'legal')
    expect(await world.show('cafe-notes-3000')).toMatchObject({ status: 'limited', overdue: false, nextReviewOn: '2027-02-23' })
    expect(await world.check({ ...facts, audience: 'only-me' })).toMatchObject({ guardrails: [] })
    const beyond = await world.check({ ...facts, audience: 'outside', externalContent: true, humanReview: { present: true } })
    expect(beyond).toMatchObject({ tier: 3, verdict: 'blocked', guardrails: [{ rule: 'data-boundary' }] })
    expect(beyond.guardrails[0]?.because).toContain('up to tier 2')
    await expect(world.request({ name: 'CAFE notes 3000' }, 'otherMaker')).rejects.toMatchObject({ code: 'tool-known' })
  })

  test('is asked for by whoever may not sign it, and read by nobody else', async () => {
    const request = await world.request({ name: 'Security’s own' }, 'security')
    await expect(world.sign(request.review, 'security')).rejects.toMatchObject({ code: 'no-sign-off' })
    expect((await list()).requests).toEqual([])
    await expect(world.ask('show-tool-request', { request: request.id }, 'maker')).rejects.toMatchObject({ code: 'no-such-request' })
    expect(await world.ask('show-tool-request', { request: request.id }, 'legal')).toMatchObject({
      vendor: newcomer.vendor,
      standsNow: null,
      alternatives: expect.arrayContaining([expect.objectContaining({ id: 'code-assistant' })]),
    })
    await expect(world.ask('withdraw-tool-request', { request: request.id, version: 1 }, 'maker')).rejects.toMatchObject({
      code: 'no-such-request',
    })
    await world.ask('withdraw-tool-request', { request: request.id, version: 1 }, 'security')
    const review = await world.ask('show-review', { review: request.review }, 'legal')
    expect(review).toMatchObject({ state: 'dropped', endedBecause: 'withdrawn' })
  })

  test('that is refused stays a known answer which is stopped, with the reason on its page', async () => {
    const { review } = await world.request({ name: 'Leaky' })
    await world.sign(review, 'security', 'reject')
    expect(await world.show('leaky')).toMatchObject({ status: 'refused', reason: 'It sends data elsewhere.' })
    expect((await world.check({ tools: ['leaky'] })).guardrails).toMatchObject([{ rule: 'tool-not-approved' }])
    // A better offer is looked at anew.
    const again = await world.request({ tool: 'leaky', name: 'Leaky' })
    await world.approve(again.review)
    expect(await world.show('leaky')).toMatchObject({ status: 'limited', reason: null })
  })

  test('that is sent back can be asked for anew; the list knows nothing of it', async () => {
    const first = await world.request({ name: 'Vague' })
    await world.sign(first.review, 'legal', 'return')
    await expect(world.show('vague')).rejects.toMatchObject({ code: 'no-such-tool' })
    expect(await world.request({ name: 'Vague' })).toMatchObject({ state: 'open' })
  })

  test('names classes of data that there are', async () => {
    await expect(world.request({ name: 'Odd', approvedFor: [{ dataClass: 'gossip', highestTier: 1 }] })).rejects.toMatchObject({
      code: 'no-such-data-class',
      blockers: [{ field: 'approvedFor' }],
    })
  })

  test('is one of a few that one person has open', async () => {
    const names = ['One', 'Two', 'Three', 'Four', 'Five']
    for (const name of names) await world.request({ name: `Bulk ${name}` }, 'otherMaker')
    await expect(world.request({ name: 'Bulk six' }, 'otherMaker')).rejects.toMatchObject({ code: 'too-many-requests' })
  })
})

describe('a change of a tool', () => {
  const change = (tool: string, version: number, fields: Record<string, unknown>) =>
    world.ask<{ does: string; review: { key: string } | null; tool: { version: number; status: string } }>(
      'change-tool',
      { tool, version, ...fields },
      'coe',
    )
  const preview = (tool: string, fields: Record<string, unknown>) => {
    const said = Object.entries(fields).filter(([name]) => name !== 'note')
    return world.ask('preview-tool-change', { ...Object.fromEntries(said), tool }, 'coe')
  }

  test('that closes something is done at once, and the check knows it in the next second', async () => {
    const { version } = await world.show('app-builder')
    const fields = await world.fields('app-builder')
    const narrower = {
      ...fields,
      approvedFor: [
        { dataClass: 'public', highestTier: 4 },
        { dataClass: 'internal', highestTier: 1 },
      ],
    }
    expect(await preview('app-builder', narrower)).toMatchObject({ does: 'at-once', opens: [], dueAt: null })
    expect(await change('app-builder', version, narrower)).toMatchObject({
      does: 'at-once',
      tool: { status: 'limited', version: version + 1 },
    })
    const said = await world.check({ tools: ['app-builder'], dataClasses: ['customer-pii'] })
    expect(said.guardrails.map(({ rule }) => rule)).toContain('data-boundary')
  })

  test('that opens something goes to a review first, as it said before', async () => {
    const { version } = await world.show('app-builder')
    const fields = await world.fields('app-builder')
    const wider = { ...fields, approvedFor: [...(fields.approvedFor as []), { dataClass: 'health', highestTier: 1 }] }
    expect(await preview('app-builder', wider)).toMatchObject({
      does: 'review',
      opens: [{ what: 'data-class', which: 'health' }],
      dueAt: expect.any(String),
    })
    const { does, review } = await change('app-builder', version, wider)
    expect(does).toBe('review')
    expect((await world.show('app-builder')).approvedFor.map(({ dataClass }) => dataClass)).not.toContain('health')
    await world.approve(review?.key ?? '')
    expect((await world.show('app-builder')).approvedFor.map(({ dataClass }) => dataClass)).toContain('health')
  })

  test('that only says what is known of it leaves the charter’s list to decide', async () => {
    const { version } = await world.show('code-assistant')
    const fields = await world.fields('code-assistant')
    await change('code-assistant', version, { ...fields, contract: 'C-17', owner: 'hanna-lindqvist' })
    expect(await world.show('code-assistant')).toMatchObject({ fromCharter: true, contract: 'C-17', owner: { id: 'hanna-lindqvist' } })
    await expect(change('code-assistant', version + 1, { ...fields, contract: 'C-17', owner: 'priya-raman' })).rejects.toMatchObject({
      code: 'no-such-owner',
    })
    await expect(change('code-assistant', version + 1, { ...fields, contract: 'C-17', owner: 'hanna-lindqvist' })).rejects.toMatchObject({
      code: 'nothing-changed',
    })
  })

  test('that would leave nothing is a withdrawal, which one person does not do', async () => {
    const { version } = await world.show('public-chat')
    const fields = await world.fields('public-chat')
    await expect(
      change('public-chat', version, { ...fields, approvedFor: [{ dataClass: 'confidential', highestTier: 1 }] }),
    ).rejects.toMatchObject({ code: 'withdraw-instead' })
  })

  test('is for those who keep the list, of the version that they have seen', async () => {
    const fields = await world.fields('public-chat')
    await expect(world.ask('change-tool', { tool: 'public-chat', version: 1, ...fields }, 'maker')).rejects.toMatchObject({
      code: 'tool-keepers-only',
    })
    await expect(change('public-chat', 7, { ...fields, contract: 'C-1' })).rejects.toMatchObject({ kind: 'stale' })
    const both = await Promise.allSettled(['C-1', 'C-2'].map(contract => change('public-chat', 1, { ...fields, contract })))
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'stale' } })
  })
})

describe('the regular review of the list', () => {
  test('confirms a tool for as long as the charter says, and then it is due again', async () => {
    const { version } = await world.show('document-reader')
    expect(await world.ask('review-tool', { tool: 'document-reader', version }, 'security')).toMatchObject({
      reviewedOn: '2026-11-23',
      nextReviewOn: '2027-02-23',
      overdue: false,
      fromCharter: true,
    })
    expect(await ids({ overdue: true })).not.toContain('document-reader')
    await expect(world.ask('review-tool', { tool: 'document-reader', version: version + 1 }, 'maker')).rejects.toMatchObject({
      code: 'tool-keepers-only',
    })
    await world.db.updateTable('tool').set({ nextReviewOn: '2026-11-23' }).where('id', '=', 'document-reader').execute()
    expect(await ids({ overdue: true })).toContain('document-reader')
    await world.db.updateTable('tool').set({ nextReviewOn: '2027-02-23' }).where('id', '=', 'document-reader').execute()
  })
})

describe('what the ledger keeps of tools', () => {
  test('everything that happened, and no word that anybody wrote', async () => {
    const entries = await world.db.selectFrom('ledgerEntry').select(['type', 'body']).where('type', 'like', '%tool%').execute()
    expect([...new Set(entries.map(({ type }) => type))].toSorted()).toEqual([
      'tool-approved',
      'tool-changed',
      'tool-refused',
      'tool-request-ended',
      'tool-requested',
      'tool-reviewed',
    ])
    const written = entries.map(({ body }) => body).join('\n')
    for (const word of ['Café', 'Fernhill', 'For our meetings', 'None of the others', 'elsewhere', 'C-17'])
      expect(written).not.toContain(word)
  })

  test.each([
    ['approved for more', `update tool set listed = jsonb_set(listed, '{approvedFor,0,highestTier}', '4') where id = 'cafe-notes-3000'`],
    ['brought back', `update tool set status = 'approved' where id = 'cafe-notes-3000'`],
    ['decided by something else', `update tool set mark = 'x' where id = 'cafe-notes-3000'`],
    ['asked for differently', `update tool_request set content = '{}' where state = 'approved'`],
  ])('a tool %s behind the program’s back no longer fits its entry', async (_, tamper) => {
    const digests = async (db: Db) => [
      ...(await db.selectFrom('tool').selectAll().orderBy('id').execute()).map(row => tools.subject(row).digest),
      ...(await db.selectFrom('toolRequest').selectAll().orderBy('id').execute()).map(row => toolRequests.subject(row).digest),
    ]
    const before = await digests(world.db)
    const undone = new Error('undone')
    const tampering = world.db.transaction().execute(async db => {
      await sql.raw(tamper).execute(db)
      expect(await digests(db)).not.toEqual(before)
      throw undone
    })
    await expect(tampering).rejects.toBe(undone)
  })
})
