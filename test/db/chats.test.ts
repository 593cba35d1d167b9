import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ChatsWorld } from './chats-world.ts'
import { openChats } from './chats-world.ts'
import { keeper } from './messages-world.ts'

/*
 * Letters as cards in people's own chats: a real server of chats over TLS and a real mail server, both on loopback.
 */
let world: ChatsWorld
beforeAll(async () => {
  world = await openChats()
})
afterAll(() => world.remove())
beforeEach(async () => {
  await world.forget()
  await world.db.deleteFrom('personalChat').execute()
  await world.db.updateTable('messagePreference').set({ channel: 'mail', level: 'everything' }).execute()
  await world.openHosts('127.0.0.1')
})

const asked = 'jonas-weber'
const other = 'luca-ferri'
const letters = async () =>
  (await world.deliveries())
    .filter(({ kind }) => !kind.startsWith('chat-'))
    .map(({ channel, state, tries, chatTrouble }) => `${channel} ${state} ${tries}${chatTrouble === null ? '' : ` ${chatTrouble}`}`)
const mails = () => world.mail.taken.map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`)
const token = (card = ''): string => /https:\/\/guildhall\.example\/answer#([\w.-]+)/.exec(card)?.[1] ?? ''
const tell = async (to: string, ...names: string[]) => {
  for (const name of names) await world.offer(to, 'priya-raman', name)
}

describe('the company’s gate', () => {
  test('is closed at first, is for administrators, and says by field what is no host', async () => {
    await world.openHosts()
    await expect(world.set(asked)).rejects.toMatchObject({ code: 'no-chat-host-open', blockers: [{ field: 'address' }] })
    await expect(world.wish(asked, { channel: 'chat' })).rejects.toMatchObject({ code: 'no-chat-host-open' })
    await expect(world.ask('show-chat-hosts', {}, asked)).rejects.toMatchObject({ code: 'message-keepers-only' })
    await expect(world.openHosts('hooks.slack.com', 'https://x', '*.com')).rejects.toMatchObject({
      code: 'invalid-input',
      blockers: [{ field: 'hosts.1' }, { field: 'hosts.2' }],
    })
    expect(await world.openHosts('Hooks.Slack.com', 'hooks.slack.com.', '*.example.com')).toMatchObject({
      hosts: ['hooks.slack.com', '*.example.com'],
    })
    await expect(world.ask('change-chat-hosts', { version: 1, hosts: [] }, keeper)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  test('lets only addresses through whose host is open, whatever else they hold', async () => {
    await world.openHosts('hooks.slack.com')
    const code = (address: string) =>
      world.set(asked, { address }).then(
        () => 'set',
        (error: unknown) => (error as { code: string }).code,
      )
    expect(await code('https://hooks.slack.com.evil.example/x')).toBe('chat-host-closed')
    expect(await code('https://hooks.slack.com@evil.example/x')).toBe('bad-chat-address')
    expect(await code('https://evil.example\\@hooks.slack.com/x')).toBe('bad-chat-address')
    expect(await code('http://hooks.slack.com/x')).toBe('bad-chat-address')
    expect(await code('https://HOOKS.slack.com./services/x')).toBe('set')
    expect((await world.preference(asked)).chat).toMatchObject({ kind: 'teams', host: 'hooks.slack.com', open: true })
  })
})

describe('one’s own chat', () => {
  test('is told by mail when it is set, given another address and removed, whatever channel was chosen and though it was oneself', async () => {
    await world.wish(asked, { channel: 'none', level: 'digest-only' })
    world.move({ hours: 12 })
    await world.set(asked)
    await world.set(asked, { kind: 'slack' })
    await world.ask('remove-chat', {}, asked)
    await world.set(asked)
    await world.wish(asked, { channel: 'chat' })
    await world.round()
    expect(mails().toSorted()).toEqual([
      'jonas-weber: A chat in Microsoft Teams was set for your letters',
      'jonas-weber: A chat in Microsoft Teams was set for your letters',
      'jonas-weber: A chat in Slack was set for your letters',
      'jonas-weber: Your chat in Slack was removed',
    ])
    expect(world.chat(asked).got).toEqual([])
  })

  test('is told by mail over the day’s cap, and set at most ten times a day', async () => {
    await world.settings({ dailyLetters: 1 })
    for (let count = 0; count < 10; count += 1) await world.set(asked)
    await expect(world.set(asked)).rejects.toMatchObject({ code: 'chat-set-too-often' })
    await world.round()
    expect(mails()).toHaveLength(10)
    await world.settings({ dailyLetters: 6 })
  })

  test('can’t be set where its owner would not hear of it by mail', async () => {
    await world.settings({ dryRun: true })
    await expect(world.set(asked)).rejects.toMatchObject({ code: 'chat-needs-mail' })
    await world.settings({ dryRun: false })
    await world.db.updateTable('person').set({ email: null }).where('id', '=', 'oliver-stein').execute()
    await expect(world.set('oliver-stein')).rejects.toMatchObject({ code: 'chat-needs-mail' })
  })

  test('has to be there to be chosen, and without it letters come by mail again', async () => {
    await expect(world.wish(asked, { channel: 'chat' })).rejects.toMatchObject({ code: 'no-chat', blockers: [{ field: 'channel' }] })
    await expect(world.ask('remove-chat', {}, asked)).rejects.toMatchObject({ code: 'no-chat' })
    await world.choose(asked)
    await world.openHosts('hooks.slack.com')
    // What was chosen stays, so that other wishes can change.
    await world.wish(asked, { digestAt: '09:00' })
    expect(await world.preference(asked)).toMatchObject({ channel: 'chat', chat: { open: false } })
    expect(await world.ask('remove-chat', {}, asked)).toMatchObject({ channel: 'mail', chat: null })
  })

  test('is for whoever signed in themself, and nobody else’s', async () => {
    const { secret } = await world.ask<{ secret: string }>('make-token', { name: 'For a test', effects: ['read', 'write'], days: 1 }, asked)
    const inputs = {
      'set-chat': { kind: 'slack', address: world.addressOf(asked) },
      'remove-chat': {},
      'test-chat': { requestId: 'chats-test-token' },
    }
    for (const [name, input] of Object.entries(inputs))
      await expect(world.run(world.program.named(name), input, { kind: 'token', secret })).rejects.toMatchObject({ code: 'attended-only' })
    await world.set(asked)
    expect((await world.preference(other)).chat).toBeNull()
  })

  test('keeps its address to itself: no answer, entry, message, letter or log holds it, and its column is sealed', async () => {
    const said: string[] = [JSON.stringify(await world.set(asked)), JSON.stringify(await world.preference(asked))]
    await world.wish(asked, { channel: 'chat' })
    world.chat(asked).status = 404
    await tell(asked, 'Claims sorting')
    await world.round()
    await world.round()
    said.push(JSON.stringify(await world.ask('list-deliveries', {}, keeper)), ...world.mail.taken.map(({ raw }) => raw))
    said.push(JSON.stringify(await world.ask('remove-chat', {}, asked)))
    await world
      .set(asked, { address: 'https://evil.example/hunter2' })
      .catch((error: unknown) => said.push(JSON.stringify(error), String(error)))
    await world.set(asked)
    for (const rows of [
      await world.db.selectFrom('ledgerEntry').select('body').execute(),
      await world.messages(),
      await world.deliveries(),
      await world.db.selectFrom('job').selectAll().execute(),
    ])
      said.push(JSON.stringify(rows))
    const { sealedAddress } = await world.db.selectFrom('personalChat').selectAll().executeTakeFirstOrThrow()
    expect(said.filter(text => text.includes('hunter2'))).toEqual([])
    expect(sealedAddress.includes('hunter2')).toBe(false)
  })
})

describe('a letter as a card', () => {
  test.each(['teams', 'slack'])('comes to a chat in %s, once, and its button answers the offer as that in mail does', async kind => {
    await world.choose(asked, kind)
    const { key } = await world.offer(asked)
    await world.round()
    await world.round()
    expect(mails()).toEqual([])
    expect(world.chat(asked).got).toHaveLength(1)
    const [card = ''] = world.chat(asked).got
    expect(card).toContain('Priya Raman asks you to answer for Claims sorting')
    expect(card).toContain('You get this because you were asked.')
    const link = (await world.run(world.program.named('open-answer-link'), { token: token(card), source: '192.0.2.1' }, { kind: 'none' }))
      .output
    const { secret, only, version } = link as { secret: string; only: Record<string, string>; version: number }
    await world.run(world.program.named('accept-handover'), { ...only, version }, { kind: 'answer', secret })
    expect((await world.show(key)).owner.id).toBe(asked)
    expect(await letters()).toEqual(['chat sent 1'])
  })

  test('is not forged by what people type: a name is text in it, and neither link nor mention', async () => {
    const name = '<!channel> [click](https://evil.example) <https://evil.example|here> **x**'
    await world.choose(asked, 'slack')
    await world.choose(other)
    await tell(asked, name)
    await tell(other, name)
    await world.round()
    const { blocks } = JSON.parse(world.chat(asked).got[0] ?? '{}') as { blocks: { type: string; text?: { type: string; text: string } }[] }
    const marked = blocks.flatMap(({ text }) => (text?.type === 'mrkdwn' ? [text.text] : []))
    expect(marked.join('\n')).not.toMatch(/<[!h]/)
    const [card = ''] = world.chat(other).got
    expect(card).toContain('[click](https://evil.example)')
    expect(card).not.toMatch(/"url":"https:\/\/evil|TextBlock","text"/)
  })

  test('is the day’s digest, too, each line with its own link', async () => {
    await world.choose(asked)
    await world.wish(asked, { level: 'digest-only' })
    await tell(asked, 'One', 'Two')
    await world.round()
    expect(world.chat(asked).got).toEqual([])
    world.move({ hours: 24 })
    await world.gather()
    await world.round()
    const [card = '', ...more] = world.chat(asked).got
    expect(more).toEqual([])
    expect(card).toContain('2 things are new for you')
    expect(card.match(/https:\/\/guildhall\.example\/answer#/g)).toHaveLength(2)
    expect((await world.deliveries()).filter(({ form }) => form === 'digest')).toMatchObject([{ channel: 'chat', state: 'sent' }])
  })

  test('counts with mail under one cap, waits for the same quiet hours, and is not sent in a dry run', async () => {
    await world.choose(asked)
    await tell(asked, 'One', 'Two', 'Three')
    await world.round()
    await world.wish(asked, { channel: 'mail' })
    await tell(asked, 'Four', 'Five', 'Six')
    await world.round()
    // One told of the chat; one place is kept for the digest.
    expect([world.chat(asked).got.length, mails().length]).toEqual([3, 1])
    await world.forget()
    await world.wish(asked, { channel: 'chat' })
    world.move({ hours: 12 })
    await tell(asked, 'Seven')
    await world.round()
    expect(world.chat(asked).got).toEqual([])
    world.move({ hours: 12 })
    await world.round()
    expect(world.chat(asked).got).toHaveLength(1)
    await world.settings({ dryRun: true })
    await tell(asked, 'Eight')
    await world.round()
    expect(world.chat(asked).got).toHaveLength(1)
    expect(await letters()).toContain('chat dry 0')
    await world.settings({ dryRun: false })
  })

  test('tries whether cards arrive, in a dry run too, five times a day', async () => {
    await expect(world.ask('test-chat', {}, asked)).rejects.toMatchObject({ code: 'no-chat' })
    await world.set(asked)
    await world.settings({ dryRun: true })
    expect(await world.ask('test-chat', {}, asked)).toMatchObject({ chat: { test: { state: 'due' } } })
    await world.round()
    expect(world.chat(asked).got[0]).toContain('A test card from Guildhall at Aldermoor Foods')
    expect((await world.preference(asked)).chat).toMatchObject({ test: { state: 'sent' }, failingSince: null })
    await world.settings({ dryRun: false })
    world.chat(asked).status = 500
    await world.ask('test-chat', {}, asked)
    await world.round()
    expect((await world.preference(asked)).chat).toMatchObject({
      test: { state: 'dead', trouble: 'failing' },
      failingSince: expect.any(String) as string,
    })
    for (let count = 2; count < 5; count += 1) await world.ask('test-chat', {}, asked)
    await expect(world.ask('test-chat', {}, asked)).rejects.toMatchObject({ code: 'too-many-test-cards' })
    await world.openHosts('hooks.slack.com')
    await expect(world.ask('test-chat', {}, asked)).rejects.toMatchObject({ code: 'chat-host-closed' })
  })

  test('is never an invitation, nor the test of the mail server', async () => {
    await world.choose(asked)
    await world.ask('invite-person', { person: asked }, keeper)
    await world.round()
    expect(mails()).toEqual([expect.stringMatching(/^jonas-weber: You are invited/)])
    await world.forget()
    await world.choose(keeper)
    await world.ask('send-test-message', {}, keeper)
    await world.round()
    expect(mails()).toEqual(['grace-mbeki: A test message from Guildhall at Aldermoor Foods'])
    expect(world.chat(keeper).got).toEqual([])
  })
})

describe('nothing is lost that somebody must act on', () => {
  test('a chat that is gone: the same letter comes by mail at once, its reader hears of it once, and it is tried again', async () => {
    await world.choose(asked)
    world.chat(asked).status = 410
    await tell(asked, 'One')
    await world.round()
    await world.round()
    await world.round()
    expect(mails().toSorted()).toEqual([
      'jonas-weber: Priya Raman asks you to answer for One',
      'jonas-weber: Your chat in Microsoft Teams takes no cards',
    ])
    expect(world.mail.taken.find(({ subject }) => subject.endsWith('One'))?.raw).toContain('/answer#')
    expect(await letters()).toEqual(['mail sent 1 gone'])
    expect((await world.preference(asked)).chat?.failingSince).not.toBeNull()
    world.move({ minutes: 2 })
    await tell(asked, 'Two')
    await world.round()
    await world.round()
    expect(mails().slice(2)).toEqual(['jonas-weber: Priya Raman asks you to answer for Two'])

    world.chat(asked).status = 200
    world.move({ minutes: 2 })
    await tell(asked, 'Three')
    await world.round()
    expect(world.chat(asked).got.at(-1)).toContain('Three')
    expect((await world.preference(asked)).chat?.failingSince).toBeNull()
    world.chat(asked).status = 410
    world.move({ hours: 24 })
    await tell(asked, 'Four')
    await world.round()
    await world.round()
    expect(mails().filter(subject => subject.includes('takes no cards'))).toHaveLength(2)
  })

  test('a chat that is down for longer than three more tries', async () => {
    await world.choose(asked)
    world.chat(asked).status = 503
    await tell(asked, 'One')
    await world.round()
    expect(await letters()).toEqual(['chat failed 1'])
    for (const minutes of [1, 5]) {
      world.move({ minutes })
      await world.round()
    }
    expect(await letters()).toEqual(['chat failed 3'])
    expect(mails()).toEqual([])
    world.move({ minutes: 15 })
    await world.round()
    await world.round()
    expect(await letters()).toEqual(['mail sent 1 failing'])
  })

  test('a chat that answers with a redirect is not followed', async () => {
    await world.choose(asked)
    Object.assign(world.chat(asked), { status: 307, headers: { location: world.addressOf(other) } })
    await tell(asked, 'One')
    await world.round()
    await world.round()
    expect(world.chat(other).got).toEqual([])
    expect(await letters()).toEqual(['mail sent 1 moved'])
  })

  test('a chat that was removed, given another address, or whose host was closed since the letter was written', async () => {
    await world.choose(asked)
    const written = async (name: string, meanwhile: () => Promise<unknown>) => {
      await tell(asked, name)
      await world.deliver()
      world.move({ seconds: 1 })
      await meanwhile()
      await world.round()
      await world.round()
    }
    await written('One', () => world.openHosts('hooks.slack.com'))
    await world.openHosts('127.0.0.1')
    await written('Two', () => world.set(asked))
    await written('Three', () => world.ask('remove-chat', {}, asked))
    expect(world.chat(asked).got).toEqual([])
    expect(await letters()).toEqual(['mail sent 1 host-closed', 'mail sent 1 changed', 'mail sent 1 removed'])
    expect(mails().filter(subject => subject.includes('takes no cards'))).toEqual([])
  })

  test('an address that can’t be opened any more: the operator hears of it, its reader by mail, and others get their cards', async () => {
    await world.choose(asked)
    await world.choose(other)
    await world.db
      .updateTable('personalChat')
      .set({ sealedAddress: Buffer.alloc(40) })
      .where('personId', '=', asked)
      .execute()
    await tell(asked, 'One')
    await tell(other, 'Two')
    await world.deliver()
    await expect(world.work('deliver-cards')).rejects.toThrow()
    await world.round()
    expect((await letters()).toSorted()).toEqual(['chat sent 1', 'mail sent 1 fault'])
  })
})

test('a chat that is broken holds up neither mail nor other chats, and its own letters are not all tried at once', async () => {
  await world.choose(asked)
  await world.choose(other)
  world.chat(asked).status = 500
  await tell(asked, 'One', 'Two', 'Three')
  await tell(other, 'Four', 'Five')
  await tell('sofia-marques', 'Six')
  await world.round()
  expect(world.chat(asked).got).toHaveLength(1)
  expect(world.chat(other).got).toHaveLength(2)
  expect(mails()).toEqual(['sofia-marques: Priya Raman asks you to answer for Six'])
})

test('a chat that is silent keeps no other chat waiting for it', async () => {
  await world.choose(asked)
  await world.choose(other)
  const answered = Promise.withResolvers<number>()
  world.chat(asked).status = answered.promise
  await tell(asked, 'One')
  await tell(other, 'Two')
  const round = world.round()
  await expect.poll(async () => (await letters()).toSorted()).toEqual(['chat due 1', 'chat sent 1'])
  answered.resolve(200)
  await round
  expect(await letters()).toEqual(['chat sent 1', 'chat sent 1'])
})

test('whoever may not come in any more gets no card', async () => {
  await world.choose(other)
  await tell(other, 'One')
  await world.deliver()
  await world.db.updateTable('person').set({ state: 'suspended' }).where('id', '=', other).execute()
  await world.round()
  await world.db.updateTable('person').set({ state: 'active' }).where('id', '=', other).execute()
  expect({ got: world.chat(other).got, letters: await letters() }).toEqual({ got: [], letters: ['chat dropped 1'] })
})

test('what was done about chats stands in the ledger, and the rows agree with it', async () => {
  await world.sequencer.settled()
  await world.set(asked)
  await world.ask('remove-chat', {}, asked)
  await world.set(asked)
  await world.sequencer.settled()
  const report = await world.run(world.program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })
  const { faults } = report.output as { faults: { says: string }[] }
  expect(faults.filter(({ says }) => /personal-chat .* (?:exists|version|changed|no entry)|chat-setting/.test(says))).toEqual([])
})
