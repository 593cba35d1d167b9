import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newSecret } from '#src/kernel/ids.ts'
import { answerForms } from '#src/kernel/message.ts'
import type { Credential } from '#src/kernel/operation.ts'
import { openDoor } from '../matrix/door.ts'
import type { MessagesWorld } from './messages-world.ts'
import { keeper, openMessages } from './messages-world.ts'
import { forTeam, harmless } from './solutions-world.ts'

/*
 * People answer from the letter that a real mail server took, without signing in; and a link does nothing that its letter did not say.
 */
let world: MessagesWorld
beforeAll(async () => {
  world = await openMessages('2026-11-23T10:00:00Z')
  await world.settings({ password: world.mail.password, dryRun: false })
  await world.acceptStandards('priya-raman')
})
afterAll(() => world.remove())
beforeEach(() => world.forget())

interface Opened {
  form: keyof typeof answerForms
  person: string
  subject: string
  text: string
  only: Record<string, string>
  version: number
  secret: string
}

let places = 0
/** From a place of its own, so that no guess of another test counts. */
const open = async (token: string, shown: Credential = { kind: 'none' }, source = `192.0.2.${(places += 1)}`): Promise<Opened> =>
  (await world.run(world.program.named('open-answer-link'), { token, source }, shown)).output as Opened

const answer = async (secret: string, name: string, input: Record<string, unknown>): Promise<void> => {
  await world.run(world.program.named(name), input, { kind: 'answer', secret })
}

/** What stands behind the # of the links in the newest letter, as mail writes it (RFC 2045 §6.7). */
const tokensIn = (raw = ''): string[] => {
  const text = raw.replaceAll('=\r\n', '').replaceAll('=3D', '=')
  return [...new Set([...text.matchAll(/https:\/\/guildhall\.example\/answer#([\w.-]+)/gu)].map(([, token = '']) => token))]
}
const tokenOfLetter = async (): Promise<string> => {
  await world.deliver()
  const [token = ''] = world.mail.taken.toReversed().flatMap(({ raw }) => tokensIn(raw))
  expect(token).not.toBe('')
  return token
}
const refusals = async (): Promise<unknown[]> => {
  const rows = await world.db.selectFrom('ledgerEntry').select('body').where('type', '=', 'answer-link-refused').orderBy('id').execute()
  return rows.map(({ body }) => (JSON.parse(body) as { data: { person: string | null; because: string } }).data)
}
const offered = async (to = 'jonas-weber') => {
  const { key, id, version } = await world.offer(to)
  return { key, id, version, token: await tokenOfLetter() }
}
const ownerOf = async (key: string) => (await world.show(key)).owner.id

describe('a letter is answered without signing in', () => {
  test('an offer, with yes: opening it answers nothing, the answer is that person’s own, and then it is over', async () => {
    const { key, id, token } = await offered()
    const first = await open(token)
    const asked = await open(token)
    expect(asked).toMatchObject({ form: 'offer', person: 'Jonas Weber', text: 'Sorts claims.', only: { offer: id } })
    expect(await ownerOf(key)).toBe('priya-raman')
    await answer(asked.secret, 'accept-handover', { ...asked.only, version: asked.version })
    expect(await ownerOf(key)).toBe('jonas-weber')
    const { actor } = await world.db
      .selectFrom('ledgerEntry')
      .select('actor')
      .where('type', '=', 'solution-handed-over')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(actor).toBe('jonas-weber')
    await expect(open(token)).rejects.toMatchObject({ code: 'answer-link-settled' })
    for (const { secret, only } of [asked, first])
      await expect(answer(secret, 'accept-handover', { ...only, version: asked.version + 1 })).rejects.toMatchObject({
        code: 'answer-ended',
      })
    const ended = await world.db.selectFrom('access').select('endedBecause').where('method', '=', 'answer-link').execute()
    expect(ended).toEqual([{ endedBecause: 'answered' }, { endedBecause: 'answered' }])
  })

  test('an offer, with no and why not', async () => {
    const { key, id, token } = await offered()
    const { secret, only, version } = await open(token)
    await answer(secret, 'decline-handover', { ...only, version, note: 'I leave in spring.' })
    expect(await ownerOf(key)).toBe('priya-raman')
    const { state } = await world.db.selectFrom('handover').select('state').where('id', '=', id).executeTakeFirstOrThrow()
    expect(state).toBe('declined')
  })

  test('a reviewer’s question, after which the clock goes on', async () => {
    const { key } = await world.register(forTeam)
    const review = (await world.submit(key)).review?.key ?? ''
    const { version } = await world.review(review, 'hanna-lindqvist')
    await world.ask('ask-about-review', { review, version, text: 'How often does it run?', facts: [] }, 'hanna-lindqvist')
    const asked = await open(await tokenOfLetter())
    expect(asked).toMatchObject({ form: 'question', person: 'Priya Raman', text: 'How often does it run?' })
    await answer(asked.secret, 'answer-review-question', { ...asked.only, version: asked.version, answer: 'Each night.' })
    expect(await world.review(review, 'hanna-lindqvist')).toMatchObject({
      clock: { pausedFor: null },
      questions: [{ answer: { text: 'Each night.' } }],
    })
  })

  test('an entry that ends, where nothing changed; and standards that one’s own work needs, by name', async () => {
    const key = await world.running(harmless)
    const offer = await world.ask<{ id: string; version: number }>(
      'offer-handover',
      { key, role: 'owner', to: 'jonas-weber', note: 'Please.' },
      'priya-raman',
    )
    await world.ask('accept-handover', { offer: offer.id, version: offer.version }, 'jonas-weber')
    world.move({ hours: 24 * 350 })
    await world.work('sweep-everything')
    const confirm = await open(await tokenOfLetter())
    expect(confirm).toMatchObject({ form: 'confirmation', person: 'Jonas Weber', only: { key } })
    const before = await world.show(key)
    await answer(confirm.secret, 'recertify-solution', { ...confirm.only, version: confirm.version, unchanged: true })
    expect((await world.show(key)).expiresAt?.slice(0, 4)).not.toBe(before.expiresAt?.slice(0, 4))

    world.move({ hours: 24 })
    await world.gather()
    await world.deliver()
    const letters = world.mail.taken.filter(({ to }) => to.startsWith('jonas'))
    const forms = await Promise.all(tokensIn(letters.at(-1)?.raw).map(token => open(token).catch(() => null)))
    const standards = forms.find(each => each?.form === 'standards')
    if (!standards) throw new Error('No letter asks for the standards.')
    const { output } = await world.run(world.program.named('show-standards'), {}, { kind: 'answer', secret: standards.secret })
    const { digest } = output as { digest: string }
    await expect(answer(standards.secret, 'accept-standards', { name: 'Priya Raman', standards: digest })).rejects.toMatchObject({
      code: 'not-your-name',
    })
    await answer(standards.secret, 'accept-standards', { name: 'Jonas Weber', standards: digest })
    const again = world.run(world.program.named('show-standards'), {}, { kind: 'answer', secret: standards.secret })
    await expect(again).rejects.toMatchObject({ code: 'answer-ended' })
    expect(await world.ask('show-standards', {}, 'jonas-weber')).toMatchObject({ acceptedAt: expect.any(String) })
  })
})

test('an invitation comes by mail with its own secret, once, and not after another was made', async () => {
  const input = { name: 'Mara Lind', email: 'mara.lind@aldermoor.example', jobTitle: 'Buyer', unit: 'supplier-operations' }
  const { id } = await world.ask<{ id: string }>('add-person', input, keeper)
  const first = await world.ask<{ path: string }>('invite-person', { person: id }, keeper)
  const second = await world.ask<{ path: string }>('invite-person', { person: id }, keeper)
  expect(second.path).not.toBe(first.path)
  const invitation = async () =>
    (await world.ask<{ invitation: Record<string, unknown> | null }>('show-invitation', { person: id }, keeper)).invitation
  expect(await invitation()).toMatchObject({ letter: 'on-its-way', letterAt: null })
  await world.deliver()
  expect(await invitation()).toMatchObject({ letter: 'mailed', letterAt: world.clock.now().toString(), expiresAt: expect.any(String) })
  const letters = world.mail.taken.filter(({ to }) => to === input.email).map(({ raw }) => raw.replaceAll('=\r\n', ''))
  expect(letters).toHaveLength(1)
  expect(letters[0]).toContain(`https://guildhall.example${second.path}`)
  const secret = second.path.split('#')[1] ?? ''
  const accept = { secret, password: 'nine brass lanterns on the quay' }
  const { output } = await world.run(world.program.signIn.acceptLink, accept, { kind: 'none' })
  expect(output.person).toMatchObject({ name: 'Mara Lind' })
  expect(await invitation()).toBeNull()
})

test('while nothing is sent, an administrator sees when an invitation would have been mailed', async () => {
  await world.settings({ dryRun: true })
  const input = { name: 'Ada Krol', email: 'ada.krol@aldermoor.example', jobTitle: 'Buyer', unit: 'supplier-operations' }
  const { id } = await world.ask<{ id: string }>('add-person', input, keeper)
  await world.ask('invite-person', { person: id }, keeper)
  await world.deliver()
  await world.settings({ password: world.mail.password, dryRun: false })
  expect(await world.ask('show-invitation', { person: id }, keeper)).toMatchObject({
    invitation: { letter: 'would-be-mailed', letterAt: world.clock.now().toString() },
  })
})

describe('a link is refused, and that is written down', () => {
  const refused = async (token: string, code: string, shown?: Credential) => {
    const before = (await refusals()).length
    await expect(open(token, shown)).rejects.toMatchObject({ code })
    return (await refusals()).slice(before)
  }

  test('where any letter of it is another', async () => {
    const { key, token } = await offered()
    const dot = token.indexOf('.')
    for (const at of [0, 14, dot, dot + 1, dot + 20, token.length - 30, token.length - 2]) {
      const other = token[at] === 'A' ? 'B' : 'A'
      const [entry] = await refused(`${token.slice(0, at)}${other}${token.slice(at + 1)}`, 'answer-link-broken')
      expect(entry).toEqual(at <= dot ? { person: null, because: 'unknown' } : { person: 'jonas-weber', because: 'tampered' })
    }
    for (const cut of [token.slice(0, -1), `${token}A`, token.slice(0, dot)])
      expect(await refused(cut, 'answer-link-broken')).toEqual([{ person: 'jonas-weber', because: 'tampered' }])
    expect(await ownerOf(key)).toBe('priya-raman')
  })

  test('where it is guessed, and whoever guesses on is slowed down', async () => {
    const { token } = await offered()
    const guess = () => `${crypto.randomUUID()}.${newSecret()}${newSecret()}`
    expect(await refused(guess(), 'answer-link-broken')).toEqual([{ person: null, because: 'unknown' }])
    const tries = Array.from({ length: 70 }, () => guess())
    const codes: unknown[] = []
    for (const each of tries) codes.push(await open(each, undefined, '198.51.100.7').catch((error: { code: string }) => error.code))
    expect(codes.filter(code => code === 'answer-link-broken')).toHaveLength(60)
    expect(codes.at(-1)).toBe('too-many-attempts')
    await expect(open(token, undefined, '198.51.100.7')).rejects.toMatchObject({ code: 'too-many-attempts' })
    await open(token)
  })

  test('where it expired', async () => {
    const { token } = await offered()
    world.move({ hours: 24 * 30 })
    expect(await refused(token, 'answer-link-expired')).toEqual([{ person: 'jonas-weber', because: 'expired' }])
  })

  test('where it was answered, or what it asks is no more', async () => {
    const { id, version, token } = await offered()
    await world.ask('withdraw-handover', { offer: id, version }, 'priya-raman')
    expect(await refused(token, 'answer-link-settled')).toEqual([{ person: 'jonas-weber', because: 'settled' }])
  })

  test('where somebody else is signed in; whom it was written to may be', async () => {
    const { token } = await offered()
    const other = await world.as('mei-lin-chou')
    expect(await refused(token, 'answer-link-of-another', other)).toEqual([{ person: 'jonas-weber', because: 'of-another' }])
    await open(token, await world.as('jonas-weber'))
  })

  test('where whoever got it may not come in any more', async () => {
    const { token } = await offered()
    const change = async (name: string) => {
      const { version } = await world.ask<{ version: number }>('show-person', { person: 'jonas-weber' }, keeper)
      await world.ask(name, { person: 'jonas-weber', version }, keeper)
    }
    await change('suspend-person')
    expect(await refused(token, 'answer-link-settled')).toEqual([{ person: 'jonas-weber', because: 'not-active' }])
    await change('resume-person')
    await open(token)
  })
})

test('whoever holds the link hears at the door that it was answered, and nothing of what it is about', async () => {
  const { key, token } = await offered()
  const { secret, only, version } = await open(token)
  const door = await openDoor(world.program, world.run)
  const accept = world.program.named('accept-handover')
  const heard = await door.ask(accept, only, { kind: 'answer', secret }, { 'if-match': `"${version}"` })
  await door.close()
  expect(heard).toMatchObject({ status: 200, text: '{}' })
  expect(await ownerOf(key)).toBe('jonas-weber')
})

describe('what a link opened is good for that one thing', () => {
  test('no other operation, no other offer, no other way in, and no longer than half an hour', async () => {
    const { key, token } = await offered()
    const other = await world.offer('jonas-weber', 'priya-raman', 'Another')
    const { secret, only, version } = await open(token)
    const told = { code: 'beyond-token' }
    await expect(answer(secret, 'list-solutions', {})).rejects.toMatchObject(told)
    await expect(answer(secret, 'list-my-messages', {})).rejects.toMatchObject(told)
    await expect(answer(secret, 'accept-handover', { offer: other.id, version: other.version })).rejects.toMatchObject({
      code: 'beyond-token',
    })
    await expect(answer(secret, 'make-token', { name: 'Mine', effects: ['read'], days: 1 })).rejects.toMatchObject({
      code: 'attended-only',
    })
    await expect(world.run(world.program.named('accept-handover'), { ...only, version }, { kind: 'token', secret })).rejects.toMatchObject({
      code: 'token-ended',
    })
    world.move({ minutes: 30 })
    await expect(answer(secret, 'accept-handover', { ...only, version })).rejects.toMatchObject({ code: 'answer-ended' })
    expect(await ownerOf(key)).toBe('priya-raman')
  })

  test('ending all that somebody has open ends it too', async () => {
    const { token } = await offered()
    const { secret, only, version } = await open(token)
    await world.ask('end-all-access', { tokens: true }, 'jonas-weber')
    await expect(answer(secret, 'accept-handover', { ...only, version })).rejects.toMatchObject({ code: 'answer-ended' })
  })

  test('nothing that can be answered so approves anything: that needs a sign-in', () => {
    const named = new Set<string>(Object.values(answerForms).flat())
    const operations = world.program.operations.filter(({ name }) => named.has(name))
    expect(operations.map(({ name }) => name).toSorted()).toEqual([...named].toSorted())
    for (const { name, effect } of operations) {
      expect(effect).not.toBe('destroy')
      expect(name).not.toMatch(/approve|sign-off|adopt|decide|lift|waiver|grant/)
    }
  })
})
