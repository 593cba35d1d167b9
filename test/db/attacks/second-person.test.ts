import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#src/kernel/actor.ts'
import type { Somebody, World } from './world.ts'
import { openWorld, proposalShown } from './world.ts'

/*
 * What somebody tries who wants to do alone what takes two. Each attack goes through the HTTP door with a real sign-in or
 * token, and has the honest way beside it, by which the same thing succeeds.
 */
let world: World
let proposer: Somebody
let second: Somebody
let maker: Somebody

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  proposer = await world.person(['administrator'])
  second = await world.person(['administrator', 'program-lead'])
  maker = await world.person(['maker'])
})

const give = (to: Somebody, role: Role = 'legal') => world.give(to, role)

/** Whoever should be refused is; then the honest second person is not. */
const expectOnlyHonest = async (attacker: Somebody, code = 'no-second-person') => {
  const proposal = await world.propose(proposer, give(maker))
  expect(await world.adopt(proposal, attacker)).toBe(code)
  expect(await world.rolesOf(maker)).toEqual(['maker'])
  expect(await world.adopt(proposal, second)).toBe('yes')
  expect(await world.rolesOf(maker)).toEqual(['maker', 'legal'])
}

describe('deciding alone what takes two', () => {
  test('adopting what one proposed oneself', async () => {
    await expectOnlyHonest(proposer)
  })

  test('adopting it with a second account of one’s own', async () => {
    await expectOnlyHonest(await world.person(['administrator', 'program-lead'], { human: proposer }))
  })

  test('adopting it without the role', async () => {
    await expectOnlyHonest(await world.person(['auditor']))
  })

  test('adopting what one may not even see', async () => {
    await expectOnlyHonest(await world.person(['maker']), 'no-such-proposal')
  })

  test('adopting it as somebody whose accounts were joined with one’s own meanwhile', async () => {
    const accomplice = await world.person(['administrator'])
    const proposal = await world.propose(proposer, give(maker))
    const joined = { person: accomplice.id, other: proposer.id }
    expect(await world.ask('join-accounts', joined, second, { 'if-match': String(await world.versionOf(accomplice)) })).toBe('yes')
    expect(await world.adopt(proposal, accomplice)).toBe('no-second-person')
    expect(await world.adopt(proposal, second)).toBe('yes')
  })

  test('becoming somebody else between proposing and adopting, by joining one’s own accounts with theirs', async () => {
    const stranger = await world.person(['maker'])
    const again = await world.person(['administrator', 'program-lead'], { human: proposer })
    const proposal = await world.propose(proposer, give(maker))
    const joining = { person: proposer.id, other: stranger.id }
    expect(await world.ask('join-accounts', joining, proposer, { 'if-match': String(await world.versionOf(proposer)) })).toBe('yes')
    expect(await world.adopt(proposal, proposer)).toBe('no-second-person')
    expect(await world.adopt(proposal, again)).toBe('no-second-person')
    expect(await world.ask('show-proposal', { proposal: proposal.id }, stranger)).toBe('yes')
    expect(await world.adopt(proposal, second)).toBe('yes')
  })

  test('as the other account of whoever proposed, once two people said that they are two human beings', async () => {
    const again = await world.person(['administrator', 'program-lead'], { human: proposer })
    const proposal = await world.propose(proposer, give(maker))
    const apart = await world.get(proposalShown, 'propose-separation', { person: proposer.id, note: 'They are two.' }, second)
    expect(await world.adopt(apart, await world.person(['program-lead']))).toBe('yes')
    expect(await world.adopt(proposal, again)).toBe('no-second-person')
    expect(await world.adopt(proposal, second)).toBe('yes')
  })

  test('parting one’s accounts by the employee number of somebody else', async () => {
    const [one, other] = [await world.person(['maker']), await world.person(['maker'])]
    const again = await world.person(['administrator', 'program-lead'], { human: proposer })
    const proposal = await world.propose(proposer, give(maker))
    const numbered = async (who: Somebody, employeeNumber: string) =>
      world.ask('change-person', { person: who.id, name: who.id, email: `${who.id}@attack.example`, employeeNumber }, proposer, {
        'if-match': String(await world.versionOf(who)),
      })
    expect(await numbered(one, `n-${one.id}`)).toBe('yes')
    expect(await numbered(again, `n-${one.id}`)).toBe('yes')
    expect(await world.adopt(proposal, again)).toBe('no-second-person')
    expect(await numbered(other, `n-${other.id}`)).toBe('yes')
    const listed = { csv: `name,email,employee_number\nAgain,${again.id}@attack.example,n-${other.id}\n`, whole: false }
    await world.ask('import-people', listed, proposer)
    expect(await world.adopt(proposal, again)).toBe('no-second-person')
    expect(await world.adopt(proposal, second)).toBe('yes')
  })

  test('proposing with somebody else’s token, to adopt it as oneself', async () => {
    const token = await world.token(proposer)
    const asked = { changes: give(maker), note: 'As agreed.' }
    expect(await world.ask('propose-role-change', asked, token)).toBe('attended-only')
    expect(await world.ask('propose-role-change', asked, proposer)).toBe('yes')
  })

  test('adopting with a token of the second person', async () => {
    const token = await world.token(second)
    const proposal = await world.propose(proposer, give(maker))
    expect(await world.adopt(proposal, token)).toBe('attended-only')
    expect(await world.adopt(proposal, second)).toBe('yes')
  })

  test('adopting as nobody, and as whoever a header says', async () => {
    const proposal = await world.propose(proposer, give(maker))
    const { id, version, digest } = proposal
    const claims = { 'x-forwarded-user': second.id, 'x-guildhall-person': second.id, 'x-http-method-override': 'GET' }
    expect(await world.ask('adopt-proposal', { proposal: id, version, digest }, { kind: 'none' }, claims)).toBe('sign-in-needed')
    expect(await world.adopt(proposal, second)).toBe('yes')
  })

  test('saying in the request who is asking', async () => {
    const { id, version, digest } = await world.propose(proposer, give(maker))
    for (const claim of [{ actor: second.id }, { adoptedBy: second.id }, { human: second.id }])
      expect(await world.ask('adopt-proposal', { proposal: id, version, digest, ...claim }, proposer)).toBe('invalid-input')
    expect(await world.ask('adopt-proposal', { proposal: id, version, digest }, second)).toBe('yes')
  })

  test('having it adopted by the operator’s terminal or a job', async () => {
    const { id, version, digest } = await world.propose(proposer, give(maker))
    const asked = world.run(world.program.named('adopt-proposal'), { proposal: id, version, digest }, { kind: 'system', job: 'operator' })
    await expect(asked).rejects.toMatchObject({ code: 'people-only' })
    expect(await world.ask('adopt-proposal', { proposal: id, version, digest }, second)).toBe('yes')
  })
})

describe('gaining by what one decides', () => {
  test('adopting a role for oneself that somebody else proposed', async () => {
    const proposal = await world.propose(proposer, give(second))
    expect(await world.adopt(proposal, second)).toBe('no-second-person')
    expect(await world.adopt(proposal, await world.person(['program-lead']))).toBe('yes')
  })

  test('adopting a role for a second account of one’s own', async () => {
    const again = await world.person([], { human: second })
    const proposal = await world.propose(proposer, give(again))
    expect(await world.adopt(proposal, second)).toBe('no-second-person')
    expect(await world.adopt(proposal, await world.person(['program-lead']))).toBe('yes')
  })

  test('hiding oneself among a hundred changes', async () => {
    const many: Somebody[] = []
    while (many.length < 99) many.push(await world.person(['maker']))
    const proposal = await world.propose(
      proposer,
      [...many, second].flatMap(each => give(each)),
    )
    expect(await world.adopt(proposal, second)).toBe('no-second-person')
    expect(await world.adopt(proposal, await world.person(['program-lead']))).toBe('yes')
  })

  test('hiding oneself behind the hundredth change', async () => {
    const many = Array.from({ length: 101 }, (_, i) => ({ person: `nobody-${i}`, role: 'legal', give: true }))
    expect(await world.ask('propose-role-change', { changes: many, note: 'As agreed.' }, proposer)).toBe('invalid-input')
    expect(await world.ask('propose-role-change', { changes: give(maker), note: 'As agreed.' }, proposer)).toBe('yes')
  })

  test('becoming two human beings by separating one’s own accounts', async () => {
    const again = await world.person(['administrator'], { human: proposer })
    const separate = { person: again.id, note: 'We are two.' }
    const proposed = await world.heard('propose-separation', separate, proposer.credential)
    const proposal = JSON.parse(proposed.text) as { id: string; version: number; digest: string }
    expect(await world.adopt(proposal, again)).toBe('no-second-person')
    expect(await world.adopt(proposal, proposer)).toBe('no-second-person')
    expect(await world.adopt(proposal, second)).toBe('yes')
  })
})

describe('making oneself a second person', () => {
  test('being given the deciding role after it was proposed', async () => {
    const proposal = await world.propose(proposer, give(maker))
    const made = await world.person(['maker'])
    await world.bothSay(give(made, 'program-lead'), proposer, second)
    expect(await world.adopt(proposal, made)).toBe('no-second-person')
    world.clock.move({ seconds: 1 })
    // What is proposed from then on is theirs to decide.
    expect(await world.adopt(await world.propose(proposer, give(maker, 'program-lead')), made)).toBe('yes')
  })

  test('being given it on a second account', async () => {
    const proposal = await world.propose(proposer, give(maker))
    const made = await world.person(['program-lead'])
    const again = await world.person([], { human: made })
    await world.bothSay(give(again, 'program-lead'), proposer, second)
    expect(await world.adopt(proposal, again)).toBe('no-second-person')
    expect(await world.adopt(proposal, second)).toBe('yes')
  })

  test('having the role taken away and given back', async () => {
    const lead = await world.person(['program-lead'])
    const proposal = await world.propose(proposer, give(maker))
    await world.bothSay(world.take(lead, 'program-lead'), proposer, second)
    expect(await world.adopt(proposal, lead)).toBe('no-such-proposal')
    await world.bothSay(give(lead, 'program-lead'), proposer, second)
    expect(await world.adopt(proposal, lead)).toBe('no-second-person')
    expect(await world.adopt(proposal, second)).toBe('yes')
  })

  test('coming back from a suspension in time', async () => {
    const lead = await world.person(['program-lead'])
    const suspended = { 'if-match': String(await world.versionOf(lead)) }
    expect(await world.ask('suspend-person', { person: lead.id }, second, suspended)).toBe('yes')
    const proposal = await world.propose(proposer, give(maker))
    expect(await world.adopt(proposal, lead)).toBe('session-ended')
    world.clock.move({ minutes: 1 })
    expect(await world.ask('resume-person', { person: lead.id }, second, { 'if-match': String(await world.versionOf(lead)) })).toBe('yes')
    expect(await world.adopt(proposal, { ...lead, credential: await world.signIn(lead.id) })).toBe('no-second-person')
    expect(await world.adopt(proposal, second)).toBe('yes')
  })

  test('an open sign-in from the time when one held the role', async () => {
    const lead = await world.person(['program-lead'])
    await world.bothSay(world.take(lead, 'program-lead'), proposer, second)
    const proposal = await world.propose(proposer, give(maker))
    expect(await world.adopt(proposal, lead)).toBe('no-such-proposal')
    expect(await world.adopt(proposal, second)).toBe('yes')
  })
})

describe('having something else adopted than was seen', () => {
  test('another content under the same proposal', async () => {
    const proposal = await world.propose(proposer, give(maker))
    const changed = JSON.stringify({ changes: [{ person: maker.id, role: 'administrator', give: true }] })
    const { content } = await world.db.selectFrom('proposal').select('content').where('id', '=', proposal.id).executeTakeFirstOrThrow()
    const put = (text: string) => world.db.updateTable('proposal').set({ content: text }).where('id', '=', proposal.id).execute()
    await put(changed)
    expect(await world.adopt(proposal, second)).toBe('other-content')
    await put(JSON.stringify(content))
    expect(await world.adopt(proposal, second)).toBe('yes')
  })

  test('the digest of another proposal', async () => {
    const proposal = await world.propose(proposer, give(maker))
    const other = await world.propose(proposer, give(maker, 'administrator'))
    expect(await world.adopt({ ...other, digest: proposal.digest }, second)).toBe('other-content')
    expect(await world.adopt(proposal, second)).toBe('yes')
    expect(await world.rolesOf(maker)).toEqual(['maker', 'legal'])
  })

  test('the same effect twice', async () => {
    const proposal = await world.propose(proposer, give(maker))
    expect(await world.adopt(proposal, second)).toBe('yes')
    await world.bothSay(world.take(maker, 'legal'), proposer, second)
    expect(await world.adopt(proposal, second)).toBe('changed-meanwhile')
    expect(await world.adopt({ ...proposal, version: proposal.version + 1 }, second)).toBe('not-open')
    expect(await world.rolesOf(maker)).toEqual(['maker'])
  })

  test('two who adopt at the same moment', async () => {
    const proposal = await world.propose(proposer, give(maker))
    const third = await world.person(['program-lead'])
    const said = await Promise.all([world.adopt(proposal, second), world.adopt(proposal, third)])
    expect(said.filter(code => code === 'yes')).toHaveLength(1)
  })

  test('what was withdrawn or declined', async () => {
    const withdrawn = await world.propose(proposer, give(maker))
    const declined = await world.propose(proposer, give(maker, 'program-lead'))
    expect(await world.ask('withdraw-proposal', { proposal: withdrawn.id }, proposer, { 'if-match': String(withdrawn.version) })).toBe(
      'yes',
    )
    const no = { proposal: declined.id, note: 'No.' }
    expect(await world.ask('decline-proposal', no, second, { 'if-match': String(declined.version) })).toBe('yes')
    for (const proposal of [withdrawn, declined])
      expect(await world.adopt({ ...proposal, version: proposal.version + 1 }, second)).toBe('not-open')
    expect(await world.rolesOf(maker)).toEqual(['maker'])
  })

  test('what somebody proposed who is suspended by now', async () => {
    const leaving = await world.person(['administrator'])
    const proposal = await world.propose(leaving, give(maker))
    expect(await world.ask('suspend-person', { person: leaving.id }, second, { 'if-match': String(await world.versionOf(leaving)) })).toBe(
      'yes',
    )
    expect(await world.adopt(proposal, second)).toBe('no-second-person')
    expect(await world.adopt(await world.propose(proposer, world.give(maker, 'auditor')), second)).toBe('yes')
  })

  test('withdrawing or declining what is somebody else’s to withdraw or decline', async () => {
    const proposal = await world.propose(proposer, give(maker))
    const asked = { proposal: proposal.id }
    const at = { 'if-match': String(proposal.version) }
    expect(await world.ask('withdraw-proposal', asked, second, at)).toBe('not-yours')
    expect(await world.ask('decline-proposal', { ...asked, note: 'No.' }, await world.person(['auditor']), at)).toBe('deciders-only')
    expect(await world.ask('decline-proposal', { ...asked, note: 'No.' }, proposer, at)).toBe('own-proposal')
    expect(await world.ask('withdraw-proposal', asked, proposer, at)).toBe('yes')
  })
})

// Last, because everything that is open runs out by it.
test('adopting what has run out', async () => {
  const proposal = await world.propose(proposer, give(maker))
  world.clock.move({ hours: 14 * 24 })
  const later = { ...second, credential: await world.signIn(second.id) }
  expect(await world.adopt(proposal, later)).toBe('not-open')
  const anew = { ...proposer, credential: await world.signIn(proposer.id) }
  expect(await world.adopt(await world.propose(anew, give(maker)), later)).toBe('yes')
})
