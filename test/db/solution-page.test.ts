import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Solutions } from './solutions-world.ts'
import { forTeam, harmless, openSolutions } from './solutions-world.ts'

let world: Solutions
beforeAll(async () => {
  world = await openSolutions()
})
afterAll(() => world.remove())

interface Line {
  id: string
}
interface PageShown {
  findings: Line[]
  waivers: Line[]
  sealedUpTo: number
  decision: Record<string, unknown> | null
  ahead: string | null
  standsInTheWay: { field?: string }[]
  you: { may: string[]; next: string | null }
  offers: { you: { mayAnswer: boolean; mayWithdraw: boolean } }[]
}
const page = (key: string, person: string) => world.ask<PageShown>('show-solution', { key }, person)

/** What an act on a page asks the program for; every operation says the same no that the page foresaw. */
const operations: Readonly<Record<string, [string, Record<string, unknown>]>> = {
  submit: ['submit-solution', {}],
  'withdraw-submission': ['withdraw-submission', {}],
  recertify: ['recertify-solution', { unchanged: true }],
  appeal: ['appeal-decision', { reason: 'Look again.' }],
  retire: ['retire-solution', { because: 'Over.' }],
  stop: ['stop-solution', { because: 'Wrong.' }],
  'undo-retirement': ['undo-retirement', {}],
  'start-sandbox': ['start-sandbox', {}],
  'change-makers': ['change-makers', { coMakers: [] }],
  recommend: ['recommend-solution', { reusable: true }],
}
/** Of which the operation needs no version. */
const unversioned = ['stop-solution']

test('whoever looks is offered exactly what the operations would let them do', async () => {
  const drafted = (await world.register(forTeam)).key
  const running = await world.running(forTeam)
  const refused = (await world.register({ ...forTeam, decidesAboutIndividuals: ['employees'] })).key
  for (const key of [drafted, running, refused])
    for (const person of ['priya-raman', 'hanna-lindqvist', 'ines-cardoso', 'yusuf-demir']) {
      const { you } = await page(key, person)
      const { version } = await world.show(key)
      for (const [act, [operation, input]] of Object.entries(operations)) {
        if (you.may.includes(act)) continue
        const given = unversioned.includes(operation) ? { key, ...input } : { key, version, ...input }
        await expect(world.ask(operation, given, person), `${person} does not ${act} ${key}`).rejects.toMatchObject({ kind: /./ })
      }
    }
  expect((await page(running, 'yusuf-demir')).you).toEqual({ may: [], next: null })
  expect((await page(running, 'priya-raman')).you.may).toContain('retire')
  expect((await page(running, 'hanna-lindqvist')).you.may).not.toContain('retire')
})

describe('on its way into use', () => {
  test('tier 1 is kept by the standards alone, and only for those who have not accepted them', async () => {
    const { key } = await world.register(harmless)
    expect(await page(key, 'priya-raman')).toMatchObject({
      ahead: 'submit',
      standsInTheWay: [{ field: 'standards' }],
      you: { next: 'submit' },
    })
    await world.acceptStandards('priya-raman')
    expect(await page(key, 'priya-raman')).toMatchObject({ standsInTheWay: [], you: { next: 'submit' } })
  })

  test('an open answer stands before submitting, a condition before going live', async () => {
    const blocked = (await world.register({ ...forTeam, tools: ['public-chat'] })).key
    expect((await page(blocked, 'priya-raman')).standsInTheWay).not.toEqual([])
    const { key } = await world.register(forTeam)
    await world.submit(key)
    expect(await page(key, 'priya-raman')).toMatchObject({ ahead: null, standsInTheWay: [], you: { next: null } })
    await world.approve(key, { conditions: [{ text: 'Log it.', needed: 'before', dueOn: null }] })
    expect(await page(key, 'priya-raman')).toMatchObject({ ahead: 'go-live', you: { next: 'meet-conditions' } })
    expect((await page(key, 'priya-raman')).standsInTheWay).toHaveLength(1)
  })
})

test('an offer is answered by whoever was asked and withdrawn by whoever asked', async () => {
  const { key } = await world.register(forTeam)
  await world.ask('offer-handover', { key, role: 'owner', to: 'hanna-lindqvist', note: 'Please.' }, 'priya-raman')
  expect((await page(key, 'hanna-lindqvist')).offers).toMatchObject([{ you: { mayAnswer: true, mayWithdraw: true } }])
  expect((await page(key, 'priya-raman')).offers).toMatchObject([{ you: { mayAnswer: false, mayWithdraw: true } }])
  expect((await page(key, 'yusuf-demir')).offers).toMatchObject([{ you: { mayAnswer: false, mayWithdraw: false } }])
})

const found = (id: string, subjectId: string, state: 'open' | 'cleared') =>
  world.db
    .insertInto('finding')
    .values({
      id,
      version: 1,
      sealSalt: Buffer.from([0]),
      rule: state === 'open' ? 'entry-expired' : 'audit-due',
      subjectKind: 'solution',
      subjectId,
      severity: 'high',
      values: JSON.stringify({ since: '2026-11-01' }),
      state,
      foundAt: '2026-11-20T09:00:00Z',
      dueAt: '2026-11-21T09:00:00Z',
      clearedAt: state === 'cleared' ? '2026-11-22T09:00:00Z' : null,
    })
    .execute()

test('its page shows of what is found about it and of leave exactly what the lists give of it, to each who sees it', async () => {
  const [here, there] = [await world.show((await world.register(forTeam)).key), await world.show((await world.register(forTeam)).key)]
  expect(await page(here.key, 'priya-raman')).toMatchObject({ findings: [], waivers: [] })
  for (const { id, key } of [here, there]) {
    await found(`open-${key}`, id, 'open')
    await found(`cleared-${key}`, id, 'cleared')
    const asked = { solution: key, what: 'audit-date', reason: 'Everybody is at sea.', endsOn: '2026-12-20' }
    await world.ask('request-waiver', asked, 'priya-raman')
  }
  for (const person of ['priya-raman', 'hanna-lindqvist', 'yusuf-demir'])
    for (const language of ['en', 'de']) {
      const shown = await world.ask<PageShown>('show-solution', { key: here.key, language }, person)
      const { findings } = await world.ask<{ findings: Line[] }>('list-findings', { solution: here.key }, person)
      const { waivers } = await world.ask<{ waivers: Line[] }>('list-waivers', { solution: here.key, language }, person)
      expect(shown.findings.map(({ id }) => id)).toEqual([`open-${here.key}`])
      expect(findings).toMatchObject(shown.findings)
      expect(shown.waivers).toHaveLength(1)
      expect(waivers).toMatchObject(shown.waivers)
    }
})

test('its page shows what the charter says to what was declared, and how far the ledger is sealed', async () => {
  const { key } = await world.register(forTeam)
  for (const language of ['en', 'de']) {
    const { stopped, ...said } = await world.ask<Record<string, unknown>>(
      'check-idea',
      { facts: { ...forTeam, ownerActive: true }, language },
      'priya-raman',
    )
    const { decision } = await world.ask<PageShown>('show-solution', { key, language }, 'priya-raman')
    expect(decision).toEqual(said)
    expect(stopped).toEqual([])
  }
  const { size } = await world.ask<{ size: number }>('show-checkpoint', {}, 'priya-raman')
  expect((await page(key, 'priya-raman')).sealedUpTo).toBeGreaterThanOrEqual(size)
})

test('one’s own solutions come most urgent first, each with what is asked next', async () => {
  const draft = (await world.register(forTeam, 'sofia-marques', { name: 'Draft' })).key
  const running = await world.running(forTeam, 'sofia-marques')
  const { solutions, more } = await world.ask<{ solutions: { key: string; next: string | null; state: string }[]; more: boolean }>(
    'list-my-solutions',
    {},
    'sofia-marques',
  )
  expect(more).toBe(false)
  const order = solutions.map(({ key }) => key)
  expect(order.indexOf(draft)).toBeLessThan(order.indexOf(running))
  expect(solutions.find(({ key }) => key === draft)).toMatchObject({ next: 'submit' })
  expect(solutions.find(({ key }) => key === running)).toMatchObject({ next: null, state: 'active' })
})

test('a preview names the yeses that would fall', async () => {
  const { key } = await world.register({ ...forTeam, dataClasses: ['customer-pii'] })
  const { review } = await world.submit(key)
  await world.sign(review?.key ?? '', 'it-security', 'approve')
  const facts = { ...forTeam, dataClasses: ['customer-pii'], autonomy: 'acts-alone' }
  expect(await world.ask('preview-edit', { key, facts }, 'priya-raman')).toMatchObject({
    drops: review?.key,
    falling: [{ role: 'it-security', by: { id: 'daniel-okoye' } }],
  })
})
