import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workOff } from '#src/capabilities/jobs/work.ts'
import { insertJob } from '#src/capabilities/jobs/store.ts'
import type { Solutions } from './solutions-world.ts'
import { controlled, forTeam, openSolutions } from './solutions-world.ts'

/* Monday, 23 November 2026, nine o'clock where the shipped charter's office is. */
let world: Solutions
beforeAll(async () => {
  world = await openSolutions('2026-11-23T09:00:00Z')
})
afterAll(() => world.remove())

interface Page {
  key: string
  version: number
  state: string
  digest: string
  dueAt: string
  outcome: string | null
  clock: { ours: number; makers: number; left: number; pausedSince: string | null; pausedFor: { id: string } | null }
  promise: { by: string; because: string; ahead: number; people: number }
  signOffs: { role: string; state: string; assignee: { id: string } | null; startedAt: string | null }[]
  checklists: { role: string; items: { id: string }[] }[]
  questions: { id: string; answer: { text: string } | null }[]
  change: { back: string } | null
  you: { maySign: string[]; cannotSign: { reason: string }[]; mayAnswer: boolean }
}

const page = (key: string, person = 'hanna-lindqvist') => world.ask<Page>('show-review', { review: key }, person)
/** A solution that waits for its review, and that review. */
const submitted = async (facts: Record<string, unknown> = forTeam, person = 'priya-raman') => {
  const { key } = await world.register(facts, person)
  const { review } = await world.submit(key, person)
  if (!review) throw new Error('Nobody has to look at it.')
  return { solution: key, key: review.key }
}
const on = async (key: string, name: string, person: string, input: Record<string, unknown> = {}) => {
  const { version } = await page(key)
  return world.ask<Page>(name, { review: key, version, ...input }, person)
}
/** One round of looking after promises, as the server does it each minute. */
let rounds = 0
const keepPromises = async (): Promise<void> => {
  const { db, clock, run, program } = world
  await insertJob(db, { kind: 'keep-promises', key: `test ${(rounds += 1)}`, input: {}, dueAt: clock.now(), askedBy: null }, clock.now())
  const parts = { db, clock, run, kinds: program.jobs, calendar: () => Promise.resolve({ timeZone: 'UTC' }) }
  const trouble: unknown[] = []
  await workOff({ ...parts, onTrouble: (_, error) => void trouble.push(error) }, 'test')
  expect(trouble).toEqual([])
}

describe('the promise', () => {
  test('is given at submission, a minute less than five business days in an empty queue', async () => {
    const { key } = await submitted()
    const { promise, dueAt, clock, signOffs } = await page(key)
    expect(promise).toMatchObject({ because: 'usual', by: '2026-11-27T16:59:00Z' })
    expect(dueAt).toBe('2026-11-27T16:59:00Z')
    expect(clock).toMatchObject({ ours: 0, makers: 0, left: 2_399 })
    expect(signOffs).toMatchObject([{ role: 'coe', state: 'open', assignee: { id: expect.stringMatching(/hanna|luca/) } }])
  })

  test('stands still while a question waits, and goes on with the answer; the maker’s own clock does not', async () => {
    const { key } = await submitted()
    world.move({ hours: 1 })
    const asked = await on(key, 'ask-about-review', 'hanna-lindqvist', { text: 'How often does it run?', facts: ['audience'] })
    expect(asked).toMatchObject({ state: 'with-maker', clock: { ours: 60, pausedFor: { id: 'priya-raman' } } })
    await expect(world.sign(key, 'coe', 'approve')).rejects.toMatchObject({ code: 'waits-for-maker' })
    world.move({ hours: 24 })
    expect((await page(key)).clock).toMatchObject({ ours: 60, makers: 540 })
    const question = asked.questions[0]?.id
    await expect(on(key, 'answer-review-question', 'jonas-weber', { question, answer: 'Daily.' })).rejects.toMatchObject({
      code: 'no-such-review',
    })
    const answered = await on(key, 'answer-review-question', 'priya-raman', { question, answer: 'Daily.' })
    expect(answered).toMatchObject({ state: 'waiting', clock: { ours: 60, makers: 540, pausedFor: null } })
    // A day of waiting moves the promise by a day.
    expect(answered.dueAt).toBe('2026-11-30T16:59:00Z')
    world.move({ hours: -25 })
  })
})

describe('a sign-off', () => {
  test('counts for the content that it names, and for nothing else', async () => {
    const { key } = await submitted()
    const { version, checklists } = await page(key)
    const answers = Object.fromEntries(checklists.flatMap(({ items }) => items.map(({ id }) => [id, 'yes'])))
    await expect(
      world.ask(
        'sign-off-review',
        { review: key, role: 'coe', version, digest: 'another', decision: 'approve', answers },
        'hanna-lindqvist',
      ),
    ).rejects.toMatchObject({ code: 'other-content' })
  })

  test('looks at every item before a yes, mends a no by a condition, and says why it sends something back', async () => {
    const { key } = await submitted()
    const { digest, checklists } = await page(key)
    const items = checklists.flatMap(({ items }) => items.map(({ id }) => id))
    const say = (input: Record<string, unknown>) => on(key, 'sign-off-review', 'hanna-lindqvist', { role: 'coe', digest, ...input })
    await expect(say({ decision: 'approve', answers: {} })).rejects.toMatchObject({ code: 'checklist-open' })
    await expect(say({ decision: 'approve', answers: { nothing: 'yes' } })).rejects.toMatchObject({ code: 'no-such-item' })
    const one = Object.fromEntries(items.map((id, i) => [id, i === 0 ? 'no' : 'yes']))
    await expect(say({ decision: 'approve', answers: one })).rejects.toMatchObject({ code: 'no-without-condition' })
    await expect(say({ decision: 'return', answers: {} })).rejects.toMatchObject({ code: 'reason-needed' })
    const conditions = [{ text: 'Add a log.', needed: 'after', dueOn: '2026-12-10' }]
    await expect(say({ decision: 'reject', reason: 'No.', conditions })).rejects.toMatchObject({ code: 'conditions-with-no' })
    expect(await say({ decision: 'approve', answers: one, conditions })).toMatchObject({ outcome: 'approved-with-conditions' })
    await expect(say({ decision: 'approve', answers: one })).rejects.toMatchObject({
      code: expect.stringMatching(/review-over|no-sign-off/),
    })
  })

  test('is given by one person once, in one role', async () => {
    const { key } = await submitted(controlled)
    await world.db
      .updateTable('person')
      .set({ roles: JSON.stringify(['legal', 'it-security']) })
      .where('id', '=', 'oliver-stein')
      .execute()
    await world.sign(key, 'legal', 'approve', {}, 'oliver-stein')
    await expect(world.sign(key, 'it-security', 'approve', {}, 'oliver-stein')).rejects.toMatchObject({ code: 'no-sign-off' })
  })

  test('is given in a role by whoever holds that office, and not by another that the review asks for as well', async () => {
    const { key } = await submitted(controlled)
    await expect(world.sign(key, 'it-security', 'approve', {}, 'mei-lin-chou')).rejects.toMatchObject({ code: 'no-sign-off' })
    await expect(on(key, 'start-review', 'mei-lin-chou', { role: 'it-security' })).rejects.toMatchObject({ code: 'no-sign-off' })
    await world.sign(key, 'legal', 'approve', {}, 'mei-lin-chou')
  })

  test('of change management waits until somebody wrote down when, how, and the way back', async () => {
    const { key } = await submitted(controlled)
    const { digest, checklists } = await page(key)
    const items = checklists.filter(({ role }) => role === 'change-management').flatMap(each => each.items)
    const answers = Object.fromEntries(items.map(({ id }) => [id, 'yes']))
    const yes = { role: 'change-management', digest, decision: 'approve', answers }
    await expect(on(key, 'sign-off-review', 'tomas-novak', yes)).rejects.toMatchObject({
      code: 'not-approvable',
      blockers: [{ field: 'change' }],
    })
    const change = { from: '2026-12-01T09:00:00Z', to: '2026-12-01T08:00:00Z', back: 'Switch it off.', affected: 'Claims.' }
    await expect(on(key, 'record-change', 'priya-raman', change)).rejects.toMatchObject({ code: 'window-reversed' })
    await expect(on(key, 'record-change', 'priya-raman', { ...change, link: 'ftp://example.org' })).rejects.toMatchObject({
      kind: 'invalid',
    })
    await on(key, 'record-change', 'priya-raman', { ...change, to: '2026-12-01T12:00:00Z', link: 'https://changes.example/17' })
    expect(await on(key, 'sign-off-review', 'tomas-novak', yes)).toMatchObject({ state: 'in-review', change: { back: 'Switch it off.' } })
  })

  test('of a further role is asked for by a reviewer, and then it takes that one too', async () => {
    const { key, solution } = await submitted()
    await expect(on(key, 'escalate-review', 'hanna-lindqvist', { to: 'nobody', reason: 'Look.' })).rejects.toMatchObject({
      code: 'no-such-role',
    })
    await on(key, 'escalate-review', 'hanna-lindqvist', { to: 'legal', reason: 'Somebody’s rights.' })
    await expect(on(key, 'escalate-review', 'hanna-lindqvist', { to: 'legal', reason: 'Again.' })).rejects.toMatchObject({
      code: 'role-asked',
    })
    await world.sign(key, 'coe', 'approve')
    expect(await world.show(solution)).toMatchObject({ state: 'in-review' })
    await world.sign(key, 'legal', 'approve')
    expect(await world.show(solution)).toMatchObject({ state: 'approved' })
  })

  test('goes to somebody who may give it, by hand to nobody else', async () => {
    const { key } = await submitted(forTeam, 'hanna-lindqvist')
    expect((await page(key, 'luca-ferri')).signOffs).toMatchObject([{ assignee: { id: 'luca-ferri' } }])
    for (const person of ['hanna-lindqvist', 'priya-raman', 'nobody-at-all'])
      await expect(on(key, 'assign-review', 'amelia-hart', { role: 'coe', person })).rejects.toMatchObject({ code: 'cannot-sign' })
    expect(await on(key, 'assign-review', 'amelia-hart', { role: 'coe', person: null })).toMatchObject({ signOffs: [{ assignee: null }] })
    expect(await on(key, 'start-review', 'luca-ferri', { role: 'coe' })).toMatchObject({
      state: 'in-review',
      signOffs: [{ assignee: { id: 'luca-ferri' } }],
    })
  })
})

describe('before a promise breaks', () => {
  test('whoever is away hands over to their deputy at once, and once only', async () => {
    const { key } = await submitted()
    await on(key, 'assign-review', 'amelia-hart', { role: 'coe', person: 'hanna-lindqvist' })
    await keepPromises()
    expect((await page(key)).signOffs).toMatchObject([{ assignee: { id: 'hanna-lindqvist' } }])
    await world.ask(
      'add-absence',
      { person: 'hanna-lindqvist', firstDay: '2026-11-23', lastDay: '2026-11-24', deputy: 'luca-ferri' },
      'hanna-lindqvist',
    )
    await keepPromises()
    expect((await page(key)).signOffs).toMatchObject([{ assignee: { id: 'luca-ferri' } }])
    const entries = () =>
      world.db
        .selectFrom('ledgerEntry')
        .select('id')
        .where('type', '=', 'sign-off-assigned')
        .execute()
        .then(rows => rows.length)
    const before = await entries()
    await keepPromises()
    expect(await entries()).toBe(before)
  })

  test('who has not begun hands over at the lane’s first step, and those who lead learn of it at the last', async () => {
    world.move({ hours: 24 * 7 })
    const { key } = await submitted()
    const first = (await page(key)).signOffs[0]?.assignee?.id
    // Three fifths of five days; then more than nine tenths.
    world.move({ hours: 24 * 3 })
    await keepPromises()
    expect((await page(key)).signOffs[0]?.assignee?.id).not.toBe(first)
    const told = () => world.db.selectFrom('ledgerEntry').select('id').where('type', '=', 'promise-at-risk').execute()
    const before = (await told()).length
    world.move({ hours: 29 })
    await keepPromises()
    await keepPromises()
    expect((await told()).length - before).toBeGreaterThanOrEqual(1)
    const rows = await world.db.selectFrom('signOff').select(['toldPercent']).where('state', '=', 'open').execute()
    expect(Math.max(...rows.map(({ toldPercent }) => toldPercent))).toBe(90)
  })
})

test('the queue shows the least time left first, in pages, and counts what needs somebody', async () => {
  const walked: string[] = []
  let after: string | undefined
  const dues: string[] = []
  do {
    const list: { reviews: (Page & { dueAt: string })[]; next: string | null; counts: { open: number } } = await world.ask(
      'list-reviews',
      { limit: 2, ...(after === undefined ? {} : { after }) },
      'hanna-lindqvist',
    )
    walked.push(...list.reviews.map(({ key }) => key))
    dues.push(...list.reviews.map(({ dueAt }) => dueAt))
    after = list.next ?? undefined
    if (!after) expect(walked.length).toBe(list.counts.open)
  } while (after)
  expect(new Set(walked).size).toBe(walked.length)
  expect(dues).toEqual(dues.toSorted())
  await expect(world.ask('list-reviews', {}, 'priya-raman')).rejects.toMatchObject({ code: 'reviewers-only' })
})

test('figures say how promises were kept, and of reviewers only to those who lead', async () => {
  type Figures = { promises: { tier: number; decided: number; kept: number }[]; reviewers?: unknown[] }
  const mine = await world.ask<Figures>('show-review-figures', { days: 90 }, 'hanna-lindqvist')
  expect(mine.reviewers).toBeUndefined()
  expect(mine.promises.find(({ tier }) => tier === 2)).toMatchObject({ decided: 2, kept: 2 })
  expect((await world.ask<Figures>('show-review-figures', { days: 90 }, 'amelia-hart')).reviewers?.length).toBeGreaterThan(0)
})

test('after all of that, the ledger proves every row', async () => {
  // One role was given behind the program’s back, above, and is named for it.
  const { output } = await world.run(world.program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })
  const { faults } = output as { faults: { says: string }[] }
  expect(faults.map(({ says }) => says)).toEqual([expect.stringContaining('oliver-stein')])
})
