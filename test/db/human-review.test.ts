import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sweeping } from './findings-world.ts'
import type { Content, Step } from './content-world.ts'
import { code, contentIn, letter, other, owner, reviewer } from './content-world.ts'
import type { Solutions } from './solutions-world.ts'
import { forTeam, harmless, openSolutions } from './solutions-world.ts'

/*
 * Content waits for a person before it leaves the company. Jonas Weber builds, Priya Raman owns nothing of it; Daniel Okoye
 * is named to look.
 */
let world: Solutions
/** A solution that runs, and one that is tried in its sandbox. */
let running: string
let tried: string
beforeAll(async () => {
  world = await openSolutions()
  running = await world.running(forTeam)
  tried = (await world.register(forTeam)).key
  await world.on(tried, 'start-sandbox', owner)
  for (const key of [running, tried]) await name(key)
})
afterAll(() => world.remove())

interface Receipt {
  receipt: Record<string, unknown>
  key: string
  signature: string
}

const sha256 = (text: string) => createHash('sha256').update(Buffer.from(text)).digest('hex')
const { name, submit, show, open, approve, read, token } = contentIn(
  () => world,
  () => running,
)

describe('content', () => {
  test('may be sent once a named person approved these very bytes, and not before', async () => {
    const submitted = await submit()
    expect(submitted).toMatchObject({ verdict: 'waiting', send: false, test: false, digest: sha256(letter) })
    expect(await show(submitted.id)).toMatchObject({ verdict: 'waiting', send: false, approved: null, content: letter })
    const approved = await read(submitted.id)
    expect(approved).toMatchObject({ verdict: 'approved', send: true, approved: letter, approvedDigest: sha256(letter), edited: false })
    expect(await show(submitted.id)).toMatchObject({ send: true, approved: letter })
  })

  test('is sent as its reviewer edited it, and how much that was is kept', async () => {
    const { id } = await submit()
    const edited = letter.replace('settled', 'not settled yet')
    expect(await read(id, edited)).toMatchObject({
      send: true,
      edited: true,
      approved: edited,
      approvedDigest: sha256(edited),
      added: 8,
      removed: 0,
    })
    expect(await show(id)).toMatchObject({ content: letter, approved: edited, digest: sha256(letter) })
  })

  test('is not sent once somebody said no, with their reason', async () => {
    const { id } = await submit()
    await open(id)
    expect(await world.ask('reject-content', { id, reason: 'The tone is wrong.' }, reviewer)).toMatchObject({
      verdict: 'rejected',
      send: false,
    })
    expect(await show(id)).toMatchObject({ send: false, approved: null, reason: 'The tone is wrong.' })
    expect(await code(approve(id))).toBe('content-decided')
  })

  test('is never approved by silence: at its deadline it has expired, to the second', async () => {
    const { id, dueAt } = await submit({ deadlineMinutes: 5 })
    world.clock.move({ minutes: 4, seconds: 59 })
    expect(await show(id)).toMatchObject({ verdict: 'waiting', dueAt })
    world.clock.move({ seconds: 1 })
    expect(await show(id)).toMatchObject({ verdict: 'expired', send: false, approved: null })
    expect(await code(approve(id))).toBe('content-expired')
    expect(await code(open(id))).toBe('content-expired')
    expect(await code(world.ask('withdraw-content', { id, reason: 'Late.' }, owner))).toBe('content-expired')
    expect(await code(submit({ deadlineMinutes: 241 }))).toBe('content-deadline-too-long')
  })

  test('is decided once, by one of two who decide at once', async () => {
    const { id } = await submit()
    const both = await Promise.all([
      code(approve(id)),
      code(world.ask('reject-content', { id, reason: 'No.' }, reviewer)),
      code(world.ask('withdraw-content', { id, reason: 'Wrong file.' }, owner)),
    ])
    expect(both.toSorted()).toEqual(['content-decided', 'content-decided', 'yes'])
  })

  test('of a solution that was stopped meanwhile is not sent, whoever approved it', async () => {
    const key = await world.running(harmlessForTeam)
    await name(key)
    const { id } = await submit({ solution: key })
    await read(id)
    expect((await show(id)).send).toBe(true)
    await world.ask('stop-solution', { key, because: 'It went wrong.' }, 'daniel-okoye')
    expect(await show(id)).toMatchObject({ verdict: 'approved', send: false, approved: null })
    expect(await code(submit({ solution: key }))).toBe('content-not-running')
  })

  test('comes as it is: nothing is trimmed, what nobody can see is refused, and so is more than anybody reads', async () => {
    const most = 'ä'.repeat(50_000)
    const { id, digest } = await submit({ content: most })
    expect(digest).toBe(sha256(most))
    expect((await show(id)).content).toBe(most)
    expect((await read(id, `${most.slice(1)}b`)).approved).toBe(`${most.slice(1)}b`)
    for (const content of ['', `${most}a`, 'a\u202eb', 'a\u0000b', 'a\ud800']) expect(await code(submit({ content }))).toBe('invalid-input')
  })
})

test('its reviewers are told when a queue begins, once, and not who submitted it themself', async () => {
  const key = await world.running(forTeam)
  await name(key, [reviewer, owner])
  const told = async () =>
    (await world.db.selectFrom('message').select(['toId', 'kind']).where('kind', '=', 'content-waits').execute()).map(({ toId }) => toId)
  const before = (await told()).length
  await submit({ solution: key })
  await submit({ solution: key })
  expect((await told()).slice(before)).toEqual([reviewer])
})

const harmlessForTeam = { ...harmless, audience: 'my-team' }

describe('who may', () => {
  test('submit: those who speak for the solution, with a token that is good for that, while it runs or is tried', async () => {
    expect(await code(submit({}, other))).toBe('no-such-solution')
    expect(await code(submit({}, reviewer))).toBe('not-yours')
    const flow = await token(owner, ['submit-content', 'show-content-review'])
    const { run, program } = world
    const input = { solution: running, content: letter, kind: 'mail', recipient: 'customer', requestId: 'a-flow-asks-1' }
    const first = (await run(program.named('submit-content'), input, flow)).output as Content
    expect((await run(program.named('submit-content'), input, flow)).output).toEqual(first)
    expect((await run(program.named('show-content-review'), { id: first.id }, flow)).output).toMatchObject({ verdict: 'waiting' })
    expect(await code(run(program.named('withdraw-content'), { id: first.id, reason: 'x' }, flow))).toBe('beyond-token')
    expect(await code(run(program.named('submit-content'), { ...input, requestId: 'a-flow-asks-2' }, await token(other)))).toBe(
      'no-such-solution',
    )
    const { key } = await world.register(forTeam)
    expect(await code(submit({ solution: key }))).toBe('content-not-running')
    await world.on(key, 'start-sandbox', owner)
    expect(await code(submit({ solution: key }))).toBe('no-content-reviewers')
  })

  test('read it: its reviewers, who answers for it, and who submitted it; no role opens it', async () => {
    const { id } = await submit()
    for (const person of [other, 'hanna-lindqvist', 'amelia-hart', 'grace-mbeki', 'yusuf-demir'])
      for (const operation of ['show-content-review', 'open-content-review', 'approve-content', 'show-content-receipt'])
        expect(await code(world.ask(operation, { id }, person))).toBe('no-such-content')
    expect(await code(open(id, owner))).toBe('content-reviewers-decide')
    expect(await code(world.ask('withdraw-content', { id, reason: 'x' }, reviewer))).toBe('content-not-yours')
  })

  test('name reviewers: who answers for it, signed in; people who are here', async () => {
    expect(
      await code(world.ask('name-content-reviewers', { key: running, version: 1, reviewers: [other], deadlineMinutes: 60 }, reviewer)),
    ).toBe('owners-only')
    expect(await code(name(running, ['nobody-of-ours']))).toBe('reviewer-not-here')
    const input = { key: running, version: 1, reviewers: [owner], deadlineMinutes: 60 }
    expect(await code(world.run(world.program.named('name-content-reviewers'), input, await token(owner)))).toBe('attended-only')
    expect(await code(world.ask('name-content-reviewers', { ...input, version: 99 }, owner))).toBe('changed-meanwhile')
  })

  test('is listed what may be read, and nothing else: the longest waiting first, page by page', async () => {
    const { id } = await submit({ solution: tried })
    await name(tried, [owner])
    for (const person of [owner, reviewer, other, 'hanna-lindqvist']) {
      const listed: string[] = []
      for (const standing of ['waiting', 'over']) {
        let behind: string | null = null
        do {
          const page: { contents: Content[]; next: string | null } = await world.ask(
            'list-content-reviews',
            { view: 'all', standing, limit: 3, ...(behind === null ? {} : { behind }) },
            person,
          )
          listed.push(...page.contents.map(({ id }) => id))
          behind = page.next
        } while (behind !== null)
      }
      const all = (await world.db.selectFrom('contentReview').select('id').execute()).map(({ id }) => id)
      const seen: string[] = []
      for (const each of all) if ((await code(show(each, person))) === 'yes') seen.push(each)
      expect(listed.toSorted(), person).toEqual(seen.toSorted())
    }
    const mine = await world.ask<{ contents: Content[] }>('list-content-reviews', { solution: tried }, reviewer)
    expect(mine.contents.map(each => each.id)).not.toContain(id)
    await name(tried)
  })
})

test('of a solution so much waits and no more', async () => {
  const { id: solution } = await world.db
    .selectFrom('solution')
    .select('id')
    .where('number', '=', Number(tried.slice(4)))
    .executeTakeFirstOrThrow()
  const { open } = await world.db
    .selectFrom('contentReview')
    .select(eb => eb.fn.countAll<number>().as('open'))
    .where('solutionId', '=', solution)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  for (let i = open; i < 200; i += 1) await submit({ solution: tried, content: 'x' })
  expect(await code(submit({ solution: tried }))).toBe('too-much-content')
  expect(await code(submit())).toBe('yes')
})

describe('a receipt', () => {
  test('says who saw what of which approved version, and is the same each time', async () => {
    const { id } = await submit()
    expect(await code(world.ask('show-content-receipt', { id }, owner))).toBe('content-undecided')
    await read(id)
    await world.sequencer.settled()
    const shown = await world.ask<Receipt>('show-content-receipt', { id }, owner)
    const { approved } = await world.show(running)
    expect(shown.receipt).toMatchObject({
      format: 'guildhall content receipt v1',
      review: id,
      solution: { key: running, version: approved?.number, digest: approved?.digest },
      test: false,
      verdict: 'approved',
      submittedDigest: sha256(letter),
      approvedDigest: sha256(letter),
      reviewer: { id: reviewer, name: 'Daniel Okoye', attended: true },
    })
    expect(shown.key).toBe(world.signer.vkey)
    expect(await world.ask<Receipt>('show-content-receipt', { id }, reviewer)).toEqual(shown)
    const entry = await world.db
      .selectFrom('ledgerEntry')
      .select(['type', 'body'])
      .where('leafIndex', '=', Number(shown.receipt['ledgerEntry']))
      .executeTakeFirstOrThrow()
    expect(entry.type).toBe('content-approved')
    expect(entry.body).toContain(sha256(letter))
    expect(entry.body).not.toContain('Okoye')
  })
})

test('no text stands anywhere in the clear: not in its row, not in the ledger, not in what is kept of requests', async () => {
  const word = 'Zwetschgenknödel'
  const { id } = await submit({ content: `${letter}${word}` })
  await read(id, `${letter}${word} and more`)
  const { id: no } = await submit({ content: word })
  await world.ask('reject-content', { id: no, reason: word }, reviewer)
  for (const table of ['contentReview', 'contentPart', 'ledgerEntry', 'ledgerPersonal', 'request'] as const)
    for (const row of await world.db.selectFrom(table).selectAll().execute()) {
      const bytes = Object.values(row).map(value =>
        Buffer.isBuffer(value) ? value.toString('latin1') + value.toString() : JSON.stringify(value),
      )
      expect(bytes.join(' ').includes(word), table).toBe(false)
    }
})

test('texts are deleted as many days after the verdict as the owner gave; the verdict, its digests and its figures stay', async () => {
  await name(running, [reviewer], { keepDays: 2 })
  const { id } = await submit()
  const edited = `${letter}PS`
  await read(id, edited)
  const deleteOld = async () => code(world.run(world.program.named('delete-old-content'), {}, { kind: 'system', job: 'test' }))
  world.move({ hours: 47, minutes: 59 })
  await deleteOld()
  expect((await show(id)).content).toBe(letter)
  world.move({ minutes: 1 })
  while ((await deleteOld()) === 'yes');
  expect(await show(id)).toMatchObject({
    verdict: 'approved',
    send: false,
    content: null,
    approved: null,
    added: 2,
    removed: 0,
    edited: true,
  })
  expect(await world.db.selectFrom('contentPart').selectAll().where('reviewId', '=', id).execute()).toEqual([])
  await world.sequencer.settled()
  expect(await code(world.ask('show-content-receipt', { id }, owner))).toBe('yes')
  expect(await code(world.ask('delete-old-content', {}, 'grace-mbeki'))).toBe('program-only')
})

test('the step is proven by approvals that somebody read, by nothing tried, and by nothing once a machine decides', async () => {
  const key = await world.running(forTeam)
  const step = () => world.ask<Step>('show-content-step', { key }, 'hanna-lindqvist')
  await name(key)
  expect(await step()).toMatchObject({ proven: false, figures: { submitted: 0, medianMinutes: null } })
  for (let i = 0; i < 4; i += 1) await read((await submit({ solution: key })).id, i === 0 ? 'Other words' : null)
  await approve((await submit({ solution: key })).id)
  expect(await step()).toMatchObject({ proven: false, figures: { approved: 5, read: 4, tooQuick: 1, edited: 1 } })
  await read((await submit({ solution: key })).id)
  expect(await step()).toMatchObject({ proven: true, figures: { approved: 6, read: 5, byMachine: 0, medianMinutes: 0.1 } })
  const { id } = await submit({ solution: key })
  const machine = await token(reviewer)
  await world.run(world.program.named('open-content-review'), { id }, machine)
  world.clock.move({ seconds: 6 })
  await world.run(world.program.named('approve-content'), { id }, machine)
  expect(await step()).toMatchObject({ proven: false, figures: { approved: 7, byMachine: 1 } })
  world.move({ hours: 31 * 24 })
  expect(await step()).toMatchObject({ proven: false, figures: { submitted: 0, approved: 0, byMachine: 0 } })
})

test('whatever people do with content, only an approval in time lets it out, and every row is what the ledger says', async () => {
  const steps = fc.array(fc.constantFrom('open', 'approve', 'edit', 'reject', 'withdraw', 'wait', 'expire'), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(steps, async walk => {
      const { id } = await submit({ deadlineMinutes: 10 })
      let approvedInTime = false
      for (const step of walk) {
        if (step === 'wait') world.move({ seconds: 20 })
        else if (step === 'expire') world.move({ minutes: 10 })
        else {
          const said = await code(
            step === 'open'
              ? open(id)
              : step === 'approve' || step === 'edit'
                ? approve(id, step === 'edit' ? 'Others' : null)
                : world.ask(
                    step === 'reject' ? 'reject-content' : 'withdraw-content',
                    { id, reason: 'x' },
                    step === 'reject' ? reviewer : owner,
                  ),
          )
          if ((step === 'approve' || step === 'edit') && said === 'yes') approvedInTime = true
        }
        const { send, verdict, approved } = await show(id)
        expect(send).toBe(approvedInTime)
        expect(send).toBe(verdict === 'approved')
        expect(approved === null).toBe(!send)
      }
      // Business hours: the walk goes on the next morning at the same time.
      if (world.clock.now().toZonedDateTimeISO('Europe/Berlin').hour >= 15) world.move({ hours: 24 })
    }),
    { numRuns: 25 },
  )
  await world.sequencer.settled()
  const { output } = await world.run(world.program.ledger.verifyLedger, {}, await world.as('yusuf-demir'))
  expect(output).toMatchObject({ ok: true, faults: [] })
})

test('what is only tried in the sandbox proves nothing, and is no finding', async () => {
  const { key } = await world.register(forTeam)
  await world.on(key, 'start-sandbox', owner)
  await name(key)
  const { id } = await submit({ solution: key })
  expect(await show(id)).toMatchObject({ test: true })
  expect(await approve(id)).toMatchObject({ send: true, test: true })
  expect(await world.ask<Step>('show-content-step', { key }, owner)).toMatchObject({ figures: { submitted: 0, approved: 0, tooQuick: 0 } })
  const sweeps = sweeping(world)
  await world.sequencer.settled()
  await sweeps.incremental()
  expect(await sweeps.rulesOf(key)).not.toContain('review-too-quick')
})

test('what nobody can have read and what a machine decided is found, and no longer spoken of after thirty days', async () => {
  const key = await world.running(forTeam)
  await name(key)
  const sweeps = sweeping(world)
  const found = async () => {
    await world.sequencer.settled()
    await sweeps.incremental()
    return (await sweeps.rulesOf(key)).filter(rule => rule.startsWith('review-'))
  }
  await read((await submit({ solution: key })).id)
  expect(await found()).toEqual([])
  await approve((await submit({ solution: key })).id)
  expect(await found()).toEqual(['review-too-quick'])
  const { id } = await submit({ solution: key })
  await world.run(world.program.named('reject-content'), { id, reason: 'By rule.' }, await token(reviewer))
  expect((await found()).toSorted()).toEqual(['review-by-machine', 'review-too-quick'])
  const first = world.clock.now()
  world.move({ hours: 719, minutes: 59, seconds: 59 })
  expect((await found()).toSorted()).toEqual(['review-by-machine', 'review-too-quick'])
  world.move({ seconds: 1 })
  expect(world.clock.now().since(first).total('hours')).toBe(720)
  expect(await found()).toEqual([])
})
