import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ago } from '../../matrix/stage.ts'
import type { Somebody, World } from './world.ts'
import { openWorld } from './world.ts'

/*
 * What somebody tries who wants to speak as somebody else, or with more say than they were given: links, tokens, emergency
 * access, imports. Beside each attack stands the honest way.
 */
let world: World
let administrator: Somebody
let lead: Somebody
let maker: Somebody

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  administrator = await world.person(['administrator'])
  lead = await world.person(['program-lead'])
  maker = await world.person(['maker'])
})

const link = z.object({ path: z.string() })
const secretOf = ({ path }: z.output<typeof link>) => path.split('#')[1] ?? ''
const password = 'a stone, a spoon and seven herons'
const accept = async (secret: string) => {
  const { text, status } = await world.door.send('POST', '/api/session/link', { kind: 'none' }, { secret, password })
  return status === 200 ? 'yes' : (JSON.parse(text) as { code: string }).code
}

describe('opening somebody else’s account', () => {
  test('an administrator inviting alone whoever holds a role', async () => {
    expect(await world.ask('invite-person', { person: lead.id }, administrator)).toBe('two-people-needed')
    expect(await world.ask('invite-person', { person: maker.id }, administrator)).toBe('yes')
  })

  test('inviting whoever is suspended, has no address, or has a way in already', async () => {
    const [suspended, unreachable] = [await world.person(['maker']), await world.person(['maker'])]
    const at = { 'if-match': String(await world.versionOf(suspended)) }
    expect(await world.ask('suspend-person', { person: suspended.id }, administrator, at)).toBe('yes')
    await world.db.updateTable('person').set({ email: null }).where('id', '=', unreachable.id).execute()
    expect(await world.ask('invite-person', { person: suspended.id }, administrator)).toBe('not-active')
    expect(await world.ask('invite-person', { person: unreachable.id }, administrator)).toBe('no-address')
    expect(await accept(secretOf(await world.get(link, 'invite-person', { person: maker.id }, administrator)))).toBe('yes')
    expect(await world.ask('invite-person', { person: maker.id }, administrator)).toBe('has-a-way-in')
  })

  test('using an invitation of a maker after they were given a role', async () => {
    const early = await world.get(link, 'invite-person', { person: maker.id }, administrator)
    await world.bothSay(world.give(maker, 'legal'), administrator, lead)
    expect(await accept(secretOf(early))).toBe('two-people-needed')
    const other = await world.person(['maker'])
    expect(await accept(secretOf(await world.get(link, 'invite-person', { person: other.id }, administrator)))).toBe('yes')
  })

  test('using a link twice', async () => {
    const secret = secretOf(await world.get(link, 'invite-person', { person: maker.id }, administrator))
    expect(await accept(secret)).toBe('yes')
    expect(await accept(secret)).toBe('link-used')
  })

  test('using one link in two places at the same moment', async () => {
    const secret = secretOf(await world.get(link, 'invite-person', { person: maker.id }, administrator))
    expect((await Promise.all([accept(secret), accept(secret)])).sort()).toEqual(['link-used', 'yes'])
  })

  test('using a link that was replaced', async () => {
    const first = await world.get(link, 'invite-person', { person: maker.id }, administrator)
    const next = await world.get(link, 'invite-person', { person: maker.id }, administrator)
    expect(await accept(secretOf(first))).toBe('link-ended')
    expect(await accept(secretOf(next))).toBe('yes')
  })

  test('founding the company again, to be its administrator', async () => {
    const again = { secret: 'x'.repeat(43), password, company: 'Mine', name: 'Me', email: 'me@mine.example' }
    expect((await world.door.send('POST', '/api/session/link', { kind: 'none' }, again)).code).toBe('no-such-link')
    expect(await world.ask('invite-second-administrator', { name: 'Friend', email: 'friend@mine.example' }, administrator)).toBe(
      'bootstrap-over',
    )
  })

  test('an administrator making a recovery link alone for whoever holds a role', async () => {
    for (const person of [lead, maker]) expect(await accept(await invitationPastTwo(person))).toBe('yes')
    expect(await world.ask('make-recovery-link', { person: lead.id }, administrator)).toBe('two-people-needed')
    expect(await world.ask('make-recovery-link', { person: maker.id }, administrator)).toBe('yes')
  })

  const reset = async (): Promise<{ id: string; version: number; digest: string }> => {
    const shown = await world.heard('propose-sign-in-reset', { person: lead.id, note: 'Lost.' }, administrator.credential)
    return JSON.parse(shown.text) as { id: string; version: number; digest: string }
  }

  test('agreeing to one’s own reset of somebody’s sign-in', async () => {
    const proposal = await reset()
    expect(await world.adopt(proposal, administrator)).toBe('no-second-person')
    expect(await world.adopt(proposal, lead)).toBe('no-second-person')
    expect(await world.adopt(proposal, await world.person(['it-security']))).toBe('yes')
  })

  test('making a link alone long after two people agreed to one', async () => {
    expect(await accept(await invitationPastTwo(lead))).toBe('yes')
    expect(await world.adopt(await reset(), await world.person(['it-security']))).toBe('yes')
    const linkAfter = async (hours: number): Promise<string> => {
      const decidedAt = world.clock.now().subtract({ hours }).toString()
      await world.db.updateTable('proposal').set({ decidedAt }).where('kind', '=', 'reset-sign-in').execute()
      return world.ask('make-recovery-link', { person: lead.id }, administrator)
    }
    expect(await linkAfter(73)).toBe('two-people-needed')
    expect(await linkAfter(71)).toBe('yes')
  })

  test('saying where an attempt comes from, to be counted elsewhere', async () => {
    const attempt = { email: 'nobody@attack.example', password, source: 'elsewhere' }
    expect((await world.door.send('POST', '/api/session', { kind: 'none' }, attempt)).code).toBe('invalid-input')
    expect((await world.door.send('POST', '/api/session', { kind: 'none' }, { ...attempt, source: undefined })).code).toBe('wrong-password')
  })
})

/** An account that came in once: what a recovery is about. The invitation is put in as if two people had agreed to it. */
const invitationPastTwo = async (person: Somebody): Promise<string> => {
  const roles = await world.rolesOf(person)
  await world.db.updateTable('person').set({ roles: '["maker"]' }).where('id', '=', person.id).execute()
  const made = await world.get(link, 'invite-person', { person: person.id }, administrator)
  await world.db.updateTable('link').set({ givenBy: 'two-people' }).where('personId', '=', person.id).execute()
  await world.db
    .updateTable('person')
    .set({ roles: JSON.stringify(roles) })
    .where('id', '=', person.id)
    .execute()
  return secretOf(made)
}

describe('a token that does more than it was made for', () => {
  const change = { contact: 'room 7' }

  test('changing something with a token for reading', async () => {
    const token = await world.token(maker, { effects: ['read'], operations: null })
    expect(await world.ask('change-contact', change, token)).toBe('beyond-token')
    expect(await world.ask('change-contact', change, await world.token(maker))).toBe('yes')
  })

  test('asking for what a narrow token does not name', async () => {
    const token = await world.token(maker, { effects: ['read', 'write'], operations: ['list-solutions'] })
    expect(await world.ask('list-people', {}, token)).toBe('beyond-token')
    expect(await world.ask('list-solutions', {}, token)).toBe('yes')
  })

  test('making another token with it, or a token that may destroy', async () => {
    const wanted = { name: 'More', effects: ['read', 'write'], days: 1 }
    expect(await world.ask('make-token', wanted, await world.token(maker))).toBe('attended-only')
    expect(await world.ask('make-token', { ...wanted, effects: ['read', 'destroy'] }, maker)).toBe('invalid-input')
    expect(await world.ask('make-token', wanted, maker)).toBe('yes')
  })

  test('making a token that outlives its owner’s roles', async () => {
    const token = await world.token(administrator)
    expect(await world.ask('add-unit', { name: 'Mine' }, token)).toBe('yes')
    await world.bothSay(world.take(administrator, 'administrator'), await world.person(['administrator']), lead)
    expect(await world.ask('add-unit', { name: 'Mine too' }, token)).toBe('administrators-only')
  })

  test('showing a token as a sign-in, or a sign-in as a token', async () => {
    const token = await world.token(maker)
    if (token.kind !== 'token' || maker.credential.kind !== 'session') throw new Error('They are what they were made as.')
    expect(await world.ask('list-people', {}, { kind: 'session', secret: token.secret })).toBe('session-ended')
    expect(await world.ask('list-people', {}, { kind: 'token', secret: maker.credential.secret })).toBe('token-ended')
    expect(await world.ask('list-people', {}, token)).toBe('yes')
  })

  test('ending somebody else’s sign-in', async () => {
    const { id } = await world.db.selectFrom('access').select('id').where('personId', '=', lead.id).executeTakeFirstOrThrow()
    expect(await world.ask('end-access', { access: id }, maker)).toBe('no-such-access')
    expect(await world.ask('end-access', { access: id }, lead)).toBe('yes')
  })
})

describe('a role without a second person', () => {
  const emergency = { role: 'program-lead', reason: 'The line stands still.', hours: 1 }
  const opened = z.object({ id: z.string(), version: z.int() })

  test('deciding with the role of an emergency what takes two', async () => {
    const security = await world.person(['it-security'])
    const proposal = await world.propose(administrator, world.give(maker, 'legal'))
    expect(await world.ask('open-emergency', emergency, security)).toBe('yes')
    expect(await world.adopt(proposal, security)).toBe('no-second-person')
    expect(await world.adopt(proposal, lead)).toBe('yes')
  })

  test('proposing with the role of an emergency', async () => {
    const security = await world.person(['it-security'])
    expect(await world.ask('open-emergency', emergency, security)).toBe('yes')
    const asked = { changes: world.give(maker, 'legal'), note: 'At night.' }
    expect(await world.ask('propose-role-change', asked, security)).not.toBe('yes')
    expect(await world.ask('propose-role-change', asked, lead)).toBe('yes')
  })

  test('reviewing one’s own emergency, also with a second account', async () => {
    const again = await world.person(['auditor'], { human: administrator })
    const { id, version } = await world.get(opened, 'open-emergency', emergency, administrator)
    world.clock.move({ minutes: 61 })
    const review = { emergency: id, review: 'All well.' }
    const at = { 'if-match': String(version) }
    const [self, other] = [administrator, again].map(each => ({ ...each }))
    if (!self || !other) throw new Error('Two accounts were made.')
    expect(await world.ask('review-emergency', review, { ...self, credential: await world.signIn(self.id) }, at)).toBe('own-emergency')
    expect(await world.ask('review-emergency', review, { ...other, credential: await world.signIn(other.id) }, at)).toBe('own-emergency')
    expect(await world.ask('review-emergency', review, await world.person(['auditor']), at)).toBe('yes')
  })

  test('reviewing it, or taking another, once one counts as somebody else', async () => {
    const stranger = await world.person(['maker'])
    const { id, version } = await world.get(opened, 'open-emergency', emergency, administrator)
    const joining = { person: administrator.id, other: stranger.id }
    const at = { 'if-match': String(await world.versionOf(administrator)) }
    expect(await world.ask('join-accounts', joining, administrator, at)).toBe('yes')
    world.clock.move({ minutes: 61 })
    const self = { ...administrator, credential: await world.signIn(administrator.id) }
    const review = { emergency: id, review: 'All well.' }
    const seen = { 'if-match': String(version) }
    expect(await world.ask('review-emergency', review, self, seen)).toBe('own-emergency')
    expect(await world.ask('open-emergency', { ...emergency, role: 'it-security' }, self)).toBe('emergency-unreviewed')
    expect(await world.ask('review-emergency', review, await world.person(['auditor']), seen)).toBe('yes')
    expect(await world.ask('open-emergency', { ...emergency, role: 'it-security' }, self)).toBe('yes')
  })

  test('taking one emergency after another', async () => {
    expect(await world.ask('open-emergency', emergency, administrator)).toBe('yes')
    expect(await world.ask('open-emergency', { ...emergency, role: 'it-security' }, administrator)).toBe('emergency-unreviewed')
    const again = await world.person(['administrator'], { human: administrator })
    expect(await world.ask('open-emergency', { ...emergency, role: 'it-security' }, again)).toBe('emergency-unreviewed')
  })

  test('taking one by the role of another, once one’s own was taken away', async () => {
    const security = await world.person(['it-security'])
    const { id } = await world.get(opened, 'open-emergency', { ...emergency, role: 'administrator' }, security)
    await world.bothSay(world.take(security, 'it-security'), administrator, lead)
    expect(await world.ask('list-private-targets', {}, security)).toBe('yes')
    expect(await world.ask('open-emergency', { ...emergency, role: 'program-lead' }, security)).toBe('emergency-on-emergency')
    await world.db
      .updateTable('emergency')
      .set({ reviewedAt: ago({ hours: 0 }), reviewedBy: lead.id, reviewedByHuman: lead.id, review: 'x' })
      .where('id', '=', id)
      .execute()
    expect(await world.ask('open-emergency', { ...emergency, role: 'program-lead' }, security)).toBe('emergency-on-emergency')
  })

  test('having it reviewed before it is over', async () => {
    const { id, version } = await world.get(opened, 'open-emergency', emergency, administrator)
    const review = { emergency: id, review: 'All well.' }
    const auditor = await world.person(['auditor'])
    expect(await world.ask('review-emergency', review, auditor, { 'if-match': String(version) })).toBe('still-open')
    const at = { 'if-match': String(version) }
    expect(await world.ask('end-emergency', { emergency: id }, administrator, at)).toBe('yes')
    expect(await world.ask('review-emergency', review, auditor, { 'if-match': String(version + 1) })).toBe('yes')
  })

  test('taking it for longer than four hours, or as a maker', async () => {
    expect(await world.ask('open-emergency', { ...emergency, hours: 5 }, administrator)).toBe('invalid-input')
    expect(await world.ask('open-emergency', emergency, maker)).toBe('keepers-only')
    expect(await world.ask('open-emergency', { ...emergency, hours: 4 }, administrator)).toBe('yes')
  })

  test('using it after its time', async () => {
    expect(await world.ask('list-charter-versions', {}, administrator)).toBe('reviewers-only')
    expect(await world.ask('open-emergency', { ...emergency, role: 'coe-reviewer' }, administrator)).toBe('yes')
    expect(await world.ask('list-charter-versions', {}, administrator)).toBe('yes')
    world.clock.move({ minutes: 61 })
    const later = { ...administrator, credential: await world.signIn(administrator.id) }
    expect(await world.ask('list-charter-versions', {}, later)).toBe('reviewers-only')
  })

  test('using it after one has ended it', async () => {
    const { id, version } = await world.get(opened, 'open-emergency', { ...emergency, role: 'coe-reviewer' }, administrator)
    expect(await world.ask('list-charter-versions', {}, administrator)).toBe('yes')
    expect(await world.ask('end-emergency', { emergency: id }, administrator, { 'if-match': String(version) })).toBe('yes')
    expect(await world.ask('list-charter-versions', {}, administrator)).toBe('reviewers-only')
  })

  test('taking for an emergency a role that only decides or looks', async () => {
    for (const role of ['legal', 'auditor', 'unit-lead'])
      expect(await world.ask('open-emergency', { ...emergency, role }, administrator)).toBe('invalid-input')
    expect(await world.ask('open-emergency', emergency, administrator)).toBe('yes')
  })

  test('writing roles into one’s own entry, alone', async () => {
    const mine = { person: administrator.id, name: 'Me', roles: ['administrator', 'program-lead'] }
    const at = { 'if-match': String(await world.versionOf(administrator)) }
    expect(await world.ask('change-person', mine, administrator, at)).toBe('invalid-input')
    expect(await world.ask('add-person', { name: 'Friend', roles: ['administrator'] }, administrator)).toBe('invalid-input')
    const { roles: _, ...honest } = mine
    expect(await world.ask('change-person', honest, administrator, at)).toBe('yes')
    expect(await world.rolesOf(administrator)).toEqual(['administrator'])
  })

  test('importing roles with a list of people', async () => {
    const list = (columns: string, cells: string) => ({ csv: `${columns}\n${cells}\n`, whole: false })
    const bold = list('name,email,roles', `Friend,friend-${maker.id}@attack.example,administrator`)
    await world.ask('import-people', bold, administrator)
    const honest = list('name,email', `Friend,honest-${maker.id}@attack.example`)
    expect(await world.ask('import-people', honest, administrator)).toBe('yes')
    const held = await world.db.selectFrom('person').select('roles').where('name', '=', 'Friend').execute()
    expect(held.length).toBeGreaterThan(0)
    expect(held.filter(({ roles }) => roles.some(role => role !== 'maker'))).toEqual([])
  })

  test('standing in for oneself, through a second account', async () => {
    const again = await world.person(['maker'], { human: maker })
    const days = { person: maker.id, firstDay: '2030-01-01', lastDay: '2030-01-02' }
    expect(await world.ask('add-absence', { ...days, deputy: again.id }, maker)).toBe('own-deputy')
    expect(await world.ask('add-absence', { ...days, deputy: lead.id }, maker)).toBe('yes')
  })

  test('letting oneself back with a second account', async () => {
    const again = await world.person(['administrator'], { human: administrator })
    const at = async () => ({ 'if-match': String(await world.versionOf(administrator)) })
    expect(await world.ask('suspend-person', { person: administrator.id }, await world.person(['administrator']), await at())).toBe('yes')
    expect(await world.ask('resume-person', { person: administrator.id }, again, await at())).toBe('oneself')
    expect(await world.ask('resume-person', { person: administrator.id }, await world.person(['administrator']), await at())).toBe('yes')
  })
})
