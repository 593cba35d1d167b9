import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { roles } from '#src/kernel/actor.ts'
import type { Role } from '#src/kernel/actor.ts'
import { newId } from '#src/kernel/ids.ts'
import { edited, valuesOf } from '../../charter/edits.ts'
import { shippedCharter } from '#src/shipped-charter.ts'
import { ago, ahead, fresh } from '../../matrix/stage.ts'
import { harmless } from '../solutions-world.ts'
import type { Somebody, World } from './world.ts'
import { openWorld } from './world.ts'

/*
 * Two people needed means two, for everything that there is to propose: somebody who holds every role, in as many accounts
 * as they like, with tokens and in an emergency, can't do it alone; with one other human being it is done.
 */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const every = roles.filter((role): role is Exclude<Role, 'unit-lead'> => role !== 'unit-lead')

/** For each operation that proposes, what it is asked, and whether it was done. */
const cases: Record<string, (alone: Somebody) => Promise<{ input: Record<string, unknown>; done(): Promise<boolean> }>> = {
  'propose-role-change': async () => {
    const maker = await world.person(['maker'])
    return { input: { changes: world.give(maker, 'legal') }, done: async () => (await world.rolesOf(maker)).includes('legal') }
  },
  'propose-separation': async () => {
    const [one, other] = [await world.person(['maker']), await world.person(['maker'])]
    await world.db.updateTable('person').set({ human: one.id }).where('id', '=', other.id).execute()
    const human = async () =>
      (await world.db.selectFrom('person').select('human').where('id', '=', other.id).executeTakeFirstOrThrow()).human
    return { input: { person: other.id }, done: async () => (await human()) !== one.id }
  },
  'propose-sign-in-reset': async () => {
    const lead = await world.person(['program-lead'])
    // Whether a link can be made for them: adopting the reset is what allows it.
    const helper = await world.person(['administrator'])
    return {
      input: { person: lead.id },
      done: async () => (await world.ask('invite-person', { person: lead.id }, helper)) === 'yes',
    }
  },
  'propose-charter': async () => {
    const documents = edited(valuesOf((await shippedCharter()).documents), 'alone')
    const inForce = () => world.db.selectFrom('charterVersion').select('id').where('state', '=', 'in-force').executeTakeFirst()
    return { input: { documents }, done: async () => (await inForce()) !== undefined }
  },
  'propose-private-target': () => {
    const open = () => world.db.selectFrom('privateTarget').select('id').where('endedAt', 'is', null).executeTakeFirst()
    return Promise.resolve({ input: { target: 'erp.internal:443' }, done: async () => (await open()) !== undefined })
  },
  'propose-tool-withdrawal': () => {
    const withdrawn = () => world.db.selectFrom('tool').select('id').where('status', '=', 'withdrawn').executeTakeFirst()
    return Promise.resolve({ input: { tool: 'public-chat', replacedBy: [] }, done: async () => (await withdrawn()) !== undefined })
  },
  'propose-resumption': async alone => {
    const key = await running(await world.person(['maker']))
    expect(await world.ask('stop-solution', { key, because: 'It sent the wrong file.' }, alone)).toBe('yes')
    return { input: { key }, done: async () => (await world.get(solution, 'show-solution', { key }, alone)).state === 'active' }
  },
  'propose-lift': async alone => {
    const key = await running(await world.person(['maker']))
    const stop = { kind: 'solution', target: key, because: 'It sent the wrong file.' }
    const { key: stopped } = await world.get(z.object({ key: z.string() }), 'start-stop', stop, alone)
    return { input: { stop: stopped }, done: async () => (await world.get(solution, 'show-solution', { key }, alone)).state === 'active' }
  },
  'propose-undo-effect': async alone => stoppedByRule(await running(await world.person(['maker'])), alone, effect => ({ effect })),
  'propose-undo-night': async alone =>
    stoppedByRule(await running(await world.person(['maker'])), alone, () => ({ rule: 'no-rule-of-the-others', night: '2026-12-01' })),
}

/** A solution that a rule stopped in some night, as the night leaves it. */
const stoppedByRule = async (key: string, alone: Somebody, input: (effect: string) => Record<string, unknown>) => {
  expect(await world.ask('stop-solution', { key, because: 'A rule did.' }, alone)).toBe('yes')
  const { id, version } = await world.db
    .selectFrom('solution')
    .select(['id', 'version'])
    .where('number', '=', Number(key.slice('SOL-'.length)))
    .executeTakeFirstOrThrow()
  const rule = 'no-rule-of-the-others'
  const then = ago({ hours: 1 })
  const finding = { ...fresh(), id: newId(), rule, subjectKind: 'solution', subjectId: id, severity: 'low', values: '{}' } as const
  await world.db
    .insertInto('finding')
    .values({ ...finding, state: 'open', foundAt: then, dueAt: then, assigneeId: null, snoozeReason: null })
    .execute()
  const effect = { ...fresh(), id: newId(), rule, does: 'stop', findingId: finding.id, solutionId: id, solutionVersion: version } as const
  await world.db
    .insertInto('effect')
    .values({ ...effect, night: '2026-12-01', actedAt: then, undoUntil: ahead({ hours: 100 }) })
    .execute()
  return { input: input(effect.id), done: async () => (await world.get(solution, 'show-solution', { key }, alone)).state === 'active' }
}

const solution = z.object({ key: z.string(), version: z.int(), state: z.string() })

/** A solution of somebody's that runs. */
const running = async (maker: Somebody): Promise<string> => {
  const { digest } = await world.get(z.object({ digest: z.string() }), 'show-standards', {}, maker)
  expect(await world.ask('accept-standards', { name: maker.id, standards: digest }, maker)).toBe('yes')
  const idea = { name: 'Claims sorting', purpose: 'Sorts claims.', facts: harmless, benefit: null }
  let { key, version } = await world.get(solution, 'register-solution', idea, maker)
  for (const step of ['submit-solution', 'go-live']) version = (await world.get(solution, step, { key, version }, maker)).version
  return key
}

describe('one human being with every role', () => {
  test('there is a case for everything that can be proposed', () => {
    const proposing = world.program.operations.filter(({ http }) => http?.method === 'POST' && /^\/proposals\/[a-z-]+$/.test(http.path))
    expect(Object.keys(cases).toSorted()).toEqual(proposing.map(({ name }) => name).toSorted())
  })

  test.each(Object.keys(cases))('can’t do alone what %s proposes', async name => {
    const alone = await world.person(every)
    const again = await world.person(every, { human: alone })
    const later = await world.person([], { human: alone })
    const made = await cases[name]?.(alone)
    if (!made) throw new Error(`There is no case for ${name}.`)
    const { input, done } = made
    const shown = z.object({ id: z.string(), version: z.int(), digest: z.string() })
    const proposal = await world.get(shown, name, { ...input, note: 'Because.' }, alone)

    const emergency = { role: 'program-lead', reason: 'Because it must be done at once.', hours: 1 }
    await world.ask('open-emergency', emergency, later)
    const attempts: Somebody[] = [
      alone,
      again,
      later,
      { ...alone, credential: await world.signIn(alone.id) },
      { ...again, credential: await world.signIn(again.id) },
      { ...alone, credential: await world.token(alone) },
      { ...again, credential: await world.token(again) },
    ]
    for (const attempt of attempts)
      expect(['no-second-person', 'attended-only', 'no-such-proposal']).toContain(await world.adopt(proposal, attempt))
    expect(await done()).toBe(false)

    // The honest way: somebody else, who was there before.
    expect(await world.adopt(proposal, await world.person(every))).toBe('yes')
    expect(await done()).toBe(true)
  })
})
