import ICAL from 'ical.js'
import { z } from 'zod'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { defineMessage } from '#src/capabilities/define-message.ts'
import { operation } from '#src/capabilities/operation.ts'
import { anyone } from '#src/capabilities/permissions.ts'
import { insertMessages } from '#src/capabilities/messages/index.ts'
import { demoLoaded } from '#src/capabilities/people/index.ts'
import type { MessagesWorld } from './messages-world.ts'
import { keeper, openMessages } from './messages-world.ts'
import { forTeam } from './solutions-world.ts'

/** Eleven in the morning of a Monday, where the company is. */
let world: MessagesWorld
beforeAll(async () => {
  world = await openMessages('2026-11-23T10:00:00Z')
})
afterAll(() => world.remove())
beforeEach(() => world.forget())

const asked = 'jonas-weber'
const owner = 'priya-raman'

interface Inbox {
  messages: {
    id: string
    subject: string
    lines: string[]
    reason: string
    read: boolean
    open: boolean
    at: string
    action: { path: string }
  }[]
  unread: number
  toActOn: number
}
const inbox = (person: string, language = 'en') => world.ask<Inbox>('list-my-messages', { language }, person)
const states = async () => (await world.deliveries()).map(({ state, trouble }) => (trouble === null ? state : `${state} ${trouble}`))
const withdraw = ({ id, version }: { id: string; version: number }) => world.ask('withdraw-handover', { offer: id, version }, owner)
const wish = async (person: string, change: Record<string, unknown>) => {
  const { version, channel, level, digestAt, quietFrom, quietTo, timeZone, language } = await world.ask<Record<string, unknown>>(
    'show-message-preferences',
    {},
    person,
  )
  const now = { version, channel, level, digestAt, quietFrom, quietTo, timeZone, language }
  return world.ask('change-message-preferences', { ...now, ...change }, person)
}
const usual = { channel: 'mail', level: 'everything', quietFrom: '20:00', quietTo: '07:00', language: null, timeZone: null }

describe('word of what happened', () => {
  test('is shown and not sent in a new installation: who would have received what, and nobody’s words', async () => {
    await world.offer(asked)
    await world.deliver()
    expect(world.mail.taken).toEqual([])
    const shown = await world.ask<{ dryRun: boolean; counts: Record<string, number>; deliveries: object[] }>('list-deliveries', {}, keeper)
    expect({ dryRun: shown.dryRun, dry: shown.counts['dry'] }).toEqual({ dryRun: true, dry: 1 })
    expect(shown.deliveries).toMatchObject([
      { person: { id: asked }, kind: 'handover-offered', form: 'single', state: 'dry', sentAt: null },
    ])
    expect(JSON.stringify(shown)).not.toContain('Claims sorting')
    expect((await inbox(asked)).messages).toMatchObject([{ subject: 'Priya Raman asks you to answer for Claims sorting', open: true }])
  })

  test('is written with the change or not at all', async () => {
    const note = defineMessage({
      kind: 'handover-accepted',
      urgency: 'digest',
      example: { by: 'Ada', solution: 'Sorter' },
      texts: { en: { subject: '', lines: [], action: '' }, de: { subject: '', lines: [], action: '' } },
      path: () => '/',
    })
    const about = { kind: 'solution', key: 'SOL-0001', name: 'Sorter' }
    const telling = (effect: 'write' | 'read', fails: boolean) =>
      operation({
        name: 'tell-for-tests',
        summary: 'For this test.',
        effect,
        input: z.strictObject({}),
        output: z.object({}),
        allows: anyone,
        run(_, { record, send }) {
          const of = { id: `for-test-${effect}-${fails}`, version: 1 }
          send(note({ to: asked, because: 'asked', about, of, facts: { by: 'Ada', solution: 'Sorter' } }))
          if (effect === 'write') {
            const subject = { kind: 'installation', id: 'test', version: null, digest: null }
            // An entry too large fails behind everything else, as a database that goes away would.
            record(demoLoaded({ subject, data: { seed: 'x'.repeat(fails ? 70_000 : 1), entries: 0, aheadMs: 0 }, personal: {} }))
          }
          return Promise.resolve({})
        },
      })
    const system = { kind: 'system', job: 'test' } as const
    await expect(world.run(telling('write', true), {}, system)).rejects.toThrow('more than 65535 bytes')
    await expect(world.run(telling('read', false), {}, system)).rejects.toThrow('only reads, and sends')
    expect(await world.messages()).toEqual([])
    await world.run(telling('write', false), {}, system)
    expect(await world.messages()).toMatchObject([{ operation: 'tell-for-tests', toId: asked, state: 'waiting' }])
  })

  test('reaches nobody about what they did themself, through another account neither, nobody twice, and nobody who left', async () => {
    const { db, clock } = world
    const message = (to: string, version = 1) => ({
      kind: 'handover-offered',
      urgency: 'act' as const,
      loud: false,
      to,
      because: 'asked' as const,
      about: { kind: 'solution', key: 'SOL-0001', name: 'Sorter' },
      of: { id: 'the-same', version },
      facts: { by: 'Ada', solution: 'Sorter' },
    })
    await db.updateTable('person').set({ human: owner }).where('id', '=', 'luca-ferri').execute()
    await db.updateTable('person').set({ state: 'left' }).where('id', '=', 'oliver-stein').execute()
    const written = { actor: owner, at: clock.now(), operation: 'test' }
    const all = [owner, 'luca-ferri', 'oliver-stein', asked, asked]
    await insertMessages(db, [...all.map(to => message(to)), message(asked, 2)], written)
    await insertMessages(db, [message(asked)], written)
    expect((await world.messages()).map(({ toId, ofVersion }) => `${toId} ${ofVersion}`).sort()).toEqual([`${asked} 1`, `${asked} 2`])
    await db.updateTable('person').set({ human: 'luca-ferri' }).where('id', '=', 'luca-ferri').execute()
    await db.updateTable('person').set({ state: 'active' }).where('id', '=', 'oliver-stein').execute()
  })
})

describe('how messages are sent', () => {
  test('can’t be let go without a mail server, and is for administrators', async () => {
    const given = { version: 1, dryRun: false, dailyLetters: 6, digestLines: 20, language: 'en', mail: null, address: null }
    await expect(world.ask('change-message-settings', given, keeper)).rejects.toMatchObject({ code: 'mail-not-set' })
    await expect(world.settings({ dryRun: false, address: null })).rejects.toMatchObject({ code: 'address-not-set' })
    await expect(world.ask('show-message-settings', {}, 'hanna-lindqvist')).rejects.toMatchObject({ code: 'message-keepers-only' })
  })

  test('is set with a password that nobody is shown, and whose place in the database is sealed', async () => {
    const shown = await world.settings({ password: world.mail.password, dryRun: false })
    expect(shown).toMatchObject({ dryRun: false, passwordSet: true, mail: { host: '127.0.0.1', user: 'guildhall' } })
    expect(JSON.stringify(shown)).not.toContain(world.mail.password)
    const { sealedPassword } = await world.db.selectFrom('messagesSetting').selectAll().executeTakeFirstOrThrow()
    expect(sealedPassword?.includes(world.mail.password)).toBe(false)
    await expect(world.settings({ version: 1 })).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  test('is tried with a letter to oneself, in a dry run too', async () => {
    await world.settings({ dryRun: true })
    const { id } = await world.ask<{ id: string }>('send-test-message', {}, keeper)
    await world.deliver()
    expect(world.mail.taken.map(({ to, subject }) => `${to} ${subject}`)).toEqual([
      expect.stringMatching(/^grace-mbeki@\S+ A test message from Guildhall at Aldermoor Foods$/),
    ])
    const { deliveries } = await world.ask<{ deliveries: object[] }>('list-deliveries', { delivery: id }, keeper)
    expect(deliveries).toMatchObject([{ id, state: 'sent', tries: 1 }])
    await world.settings({ dryRun: false })
  })
})

describe('a letter', () => {
  test('comes at once where one has to act, once, with a link and the reason why one gets it', async () => {
    await world.offer(asked)
    await world.deliver()
    await world.deliver()
    await world.gather()
    expect(world.mail.taken).toHaveLength(1)
    const [{ raw, subject } = { raw: '', subject: '' }] = world.mail.taken
    expect(subject).toBe('Priya Raman asks you to answer for Claims sorting')
    expect(raw).toContain('https://guildhall.example/answer#')
    expect(raw).toContain('You get this because you were asked.')
    expect(await states()).toEqual(['sent'])
  })

  test('brings the day that it names as a file for one’s own calendar, and no file where it names none', async () => {
    const { key } = await world.register(forTeam, owner)
    const { review } = await world.submit(key, owner)
    await world.deliver()
    const { raw = '' } = world.mail.taken.find(({ subject }) => subject.startsWith('A sign-off')) ?? {}
    const [, file = ''] = /Content-Type: text\/calendar;.*?\r\n\r\n([\w+/=\r\n]+)/s.exec(raw) ?? []
    const event = new ICAL.Component(ICAL.parse(Buffer.from(file, 'base64').toString())).getFirstSubcomponent('vevent')
    expect(event?.getFirstPropertyValue('dtstart')?.toString()).toBe(review?.promisedBy.slice(0, 10))
    expect(event?.getFirstPropertyValue('summary')).toBe('Sign-off on Claims sorting')
    expect(event?.getFirstPropertyValue('url')).toBe(`https://guildhall.example/reviews/${review?.key}`)
    await world.forget()
    await world.offer(asked)
    await world.deliver()
    expect(world.mail.taken).toHaveLength(1)
    expect(world.mail.taken[0]?.raw).not.toContain('text/calendar')
  })

  test('is not sent about what is settled meanwhile', async () => {
    const offer = await world.offer(asked)
    await withdraw(offer)
    await world.deliver()
    const second = await world.offer(asked)
    world.mail.answers = { data: () => 450 }
    await world.deliver()
    await withdraw(second)
    world.mail.answers = {}
    world.move({ minutes: 2 })
    await world.deliver()
    expect(world.mail.taken).toEqual([])
    expect((await world.messages()).map(({ state }) => state)).toEqual(['dropped', 'delivered'])
    expect(await states()).toEqual(['dropped'])
    expect((await inbox(asked)).toActOn).toBe(0)
  })

  test('that a server won’t take now is tried again under the same id; one that it never will is given up until somebody says so', async () => {
    await world.offer(asked)
    const ids: string[] = []
    world.mail.answers = { to: () => 450 }
    await world.deliver()
    expect(await states()).toEqual(['failed busy'])
    await world.deliver()
    expect((await world.deliveries())[0]?.tries).toBe(1)
    world.move({ minutes: 1 })
    world.mail.answers = { data: () => 421 }
    await world.deliver()
    world.mail.answers = { to: () => 550 }
    world.move({ minutes: 5 })
    await world.deliver()
    expect(await states()).toEqual(['dead gone'])
    world.mail.answers = {}
    world.move({ hours: 24 })
    await world.deliver()
    expect(world.mail.taken).toEqual([])

    const [{ id } = { id: '' }] = await world.deliveries()
    await world.ask('redeliver-delivery', { delivery: id }, keeper)
    await world.deliver()
    ids.push(...world.mail.taken.map(taken => taken.id))
    expect(ids).toEqual([`<${id}@company.example>`])
    await expect(world.ask('redeliver-delivery', { delivery: id }, keeper)).rejects.toMatchObject({ code: 'not-given-up' })
  })

  test('waits while the server refuses our sign-in, and is given up after two days of it', async () => {
    await world.offer(asked)
    await world.settings({ password: 'not this one' })
    await world.deliver()
    expect(await states()).toEqual(['failed login-refused'])
    await world.settings({ password: world.mail.password })
    world.move({ minutes: 1 })
    await world.deliver()
    expect(await states()).toEqual(['sent'])
    await world.forget()
    await world.offer(asked)
    world.mail.answers = { data: () => 451 }
    for (let hours = 0; hours < 60 && (await states())[0] !== 'dead busy'; hours += 1) {
      await world.deliver()
      world.move({ hours: 1 })
    }
    expect((await world.deliveries()).map(({ state, tries }) => ({ state, tries }))).toEqual([{ state: 'dead', tries: 9 }])
  })

  test('does not keep a server busy that takes nothing from us: one is tried a minute, the rest waits untried', async () => {
    for (const name of ['One', 'Two', 'Three']) await world.offer(asked, owner, name)
    await world.settings({ password: 'not this one' })
    await world.deliver()
    const tried = async () => (await world.deliveries()).map(({ state, tries }) => `${state} ${tries}`).sort()
    expect(await tried()).toEqual(['due 0', 'due 0', 'failed 1'])
    await world.settings({ password: world.mail.password })
    world.move({ minutes: 1 })
    await world.deliver()
    expect(await tried()).toEqual(['sent 1', 'sent 1', 'sent 2'])
  })

  test('to somebody without an address is given up at once, and says why', async () => {
    await world.db.updateTable('person').set({ email: null }).where('id', '=', 'luca-ferri').execute()
    await world.offer('luca-ferri')
    await world.deliver()
    expect(await states()).toEqual(['dead no-address'])
  })

  test('says what people typed as text, and takes no header, markup or address from it', async () => {
    const name = 'Sorter <b>x</b> "q" @all {by} =?utf-8?q?Bcc?='
    await world.offer(asked, owner, name)
    await world.deliver()
    const [{ raw, to } = { raw: '', to: '' }] = world.mail.taken
    const headers = raw.slice(0, raw.indexOf('\r\n\r\n'))
    expect(headers).not.toMatch(/^bcc:/im)
    expect(world.mail.taken).toHaveLength(1)
    expect(to).toMatch(/^jonas-weber@/)
    const html = raw.replaceAll('=\r\n', '')
    expect(html).toContain('Sorter &#60;b&#62;x&#60;/b&#62;')
    expect(html).not.toContain('<b>x</b>')
    const encoded = /^Subject: ((?:.|\r\n )*)/m.exec(headers)?.[1] ?? ''
    const subject = [...encoded.matchAll(/=\?UTF-8\?Q\?(.*?)\?=/g)]
      .map(([, word = '']) => decodeURIComponent(word.replaceAll('_', ' ').replaceAll('%', '%25').replaceAll('=', '%')))
      .join('')
    expect(subject).toBe(`Priya Raman asks you to answer for ${name}`)
  })
})

describe('a condition', () => {
  test('reminds those who have to meet it once, three working days before its day, unless it is met', async () => {
    // From a Monday: its day is the Tuesday after the next weekend, so Thursday is the morning.
    const set = async () => {
      const { key } = await world.register(forTeam, owner)
      const { review } = await world.submit(key, owner)
      await world.approve(key, { conditions: [{ text: 'Add a log.', needed: 'after', dueOn: '2026-12-01' }] })
      return review?.key ?? ''
    }
    const open = await set()
    const reminded = async () => (await world.messages()).filter(({ kind }) => kind === 'condition-due-soon')
    world.move({ hours: 48 })
    await world.work('remind-of-conditions')
    expect(await reminded()).toEqual([])
    world.move({ hours: 24 })
    await world.work('remind-of-conditions')
    expect(await reminded()).toMatchObject([{ toId: owner, aboutKey: open, facts: { what: 'Add a log.', by: '2026-12-01' } }])
    world.move({ hours: 24 })
    await world.work('remind-of-conditions')
    expect(await reminded()).toHaveLength(1)
    expect(await world.db.selectFrom('ledgerEntry').select('id').where('type', '=', 'conditions-reminded').execute()).toHaveLength(1)
    await world.deliver()
    expect(world.mail.taken.map(({ subject }) => subject)).toContain('A condition on Claims sorting is due on 1 December 2026')
    const condition = await world.db.selectFrom('condition').select('id').executeTakeFirstOrThrow()
    await world.ask('meet-condition', { condition: condition.id, note: 'It has one.', version: 1 }, owner)
    await world.db.deleteFrom('message').where('kind', '=', 'condition-due-soon').execute()
    await world.work('remind-of-conditions')
    expect(await reminded()).toEqual([])
  })
})

describe('how one is told', () => {
  test('waits for the end of one’s quiet hours, on one’s own wall', async () => {
    await wish(asked, { ...usual, timeZone: 'Asia/Tokyo' })
    await world.offer(asked)
    const tokyo = world.clock.now().toZonedDateTimeISO('Asia/Tokyo')
    const evening = tokyo.toPlainDate().toZonedDateTime({ timeZone: 'Asia/Tokyo', plainTime: '21:00' })
    const hours = tokyo.until(evening).total('hours')
    world.move({ seconds: Math.round(hours * 3_600) })
    await world.deliver()
    expect(world.mail.taken).toEqual([])
    world.move({ hours: 9, minutes: 59 })
    await world.deliver()
    expect(world.mail.taken).toEqual([])
    world.move({ minutes: 1 })
    await world.deliver()
    expect(world.mail.taken).toHaveLength(1)
    await wish(asked, usual)
  })

  test('is one’s own to say, in one’s language, and what makes no sense is refused', async () => {
    await wish(asked, { ...usual, language: 'de' })
    await world.offer(asked)
    await world.deliver()
    expect(world.mail.taken[0]?.raw).toContain('Guten Tag Jonas Weber,')
    await wish(asked, { ...usual, channel: 'none' })
    await world.offer(asked)
    await world.deliver()
    expect((await world.messages()).map(({ state }) => state)).toEqual(['delivered', 'kept'])
    await expect(wish(asked, { timeZone: 'Mars/Olympus' })).rejects.toMatchObject({ code: 'no-such-time-zone' })
    await expect(wish(asked, { quietTo: null })).rejects.toMatchObject({ code: 'quiet-hours-open' })
    await expect(wish(asked, { digestAt: '25:00' })).rejects.toMatchObject({ code: 'invalid-input' })
    await wish(asked, usual)
  })

  test('word of a stop comes in quiet hours, too', async () => {
    const key = await world.running(forTeam)
    await world.forget()
    world.move({ hours: 12 })
    await world.ask('stop-solution', { key, because: 'Customer data left.' }, 'daniel-okoye')
    await world.deliver()
    expect(world.mail.taken.map(({ subject }) => subject)).toEqual(['Claims sorting was stopped'])
  })
})

describe('the inbox', () => {
  test('holds what mail says, unread until it was read, and what still waits for one', async () => {
    const offer = await world.offer(asked)
    await world.offer(asked, owner, 'Another')
    await world.deliver()
    const { messages, unread, toActOn } = await inbox(asked)
    expect({ unread, toActOn, subjects: messages.map(({ subject }) => subject) }).toEqual({
      unread: 2,
      toActOn: 2,
      subjects: ['Priya Raman asks you to answer for Another', 'Priya Raman asks you to answer for Claims sorting'],
    })
    expect(messages[0]).toMatchObject({ reason: 'You get this because you were asked.', action: { path: '/my-solutions' } })
    expect((await inbox(asked, 'de')).messages[0]?.reason).toBe('Sie bekommen das, weil Sie gefragt wurden.')
    expect(await world.ask('read-messages', { until: messages[0]?.at }, asked)).toEqual({ unread: 0 })
    await expect(world.ask('read-messages', { until: messages[0]?.at }, asked)).rejects.toMatchObject({ code: 'nothing-unread' })
    await withdraw(offer)
    expect(await inbox(asked)).toMatchObject({
      toActOn: 1,
      messages: [
        { read: true, open: true },
        { read: true, open: false },
      ],
    })
    expect((await inbox(owner)).messages).toEqual([])
  })

  test('comes in pages', async () => {
    for (const name of ['One', 'Two', 'Three']) await world.offer(asked, owner, name)
    const page = (input: Record<string, unknown>) =>
      world.ask<{ messages: { id: string; about: { name: string } }[]; next: string | null }>('list-my-messages', input, asked)
    const first = await page({ limit: 2 })
    expect(first.messages.map(({ about }) => about.name)).toEqual(['Three', 'Two'])
    const last = await page({ limit: 2, before: first.next })
    expect([last.messages.map(({ about }) => about.name), last.next]).toEqual([['One'], null])
  })
})

describe('texts', () => {
  const text = { kind: 'handover-offered', language: 'en' }
  const listed = async () =>
    (await world.ask<{ texts: Record<string, unknown>[] }>('list-message-texts', {}, keeper)).texts.find(
      each => each['kind'] === text.kind && each['language'] === text.language,
    )

  test('are the company’s to word, and say so from then on, until they are reset', async () => {
    const words = { subject: '{solution}: will you?', lines: ['{by} hopes so.'] }
    const preview = () => world.ask('preview-message-text', { ...text, ...words }, keeper)
    expect(await preview()).toMatchObject({ from: 'example', subject: 'Invoice sorter: will you?', greeting: 'Hello Grace Mbeki,' })
    await world.offer(keeper)
    expect(await preview()).toMatchObject({ from: 'message', subject: 'Claims sorting: will you?', lines: ['Priya Raman hopes so.'] })
    const { version } = (await listed()) as { version: number }
    expect(await world.ask('change-message-text', { ...text, ...words, version }, keeper)).toMatchObject({
      edited: true,
      version: version + 1,
    })
    await world.deliver()
    expect(world.mail.taken[0]?.subject).toBe('Claims sorting: will you?')
    await expect(world.ask('change-message-text', { ...text, ...words, version }, keeper)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await world.ask('reset-message-text', { ...text, version: version + 1 }, keeper)
    expect(await listed()).toMatchObject({ edited: false, subject: '{by} asks you to answer for {solution}', facts: ['by', 'solution'] })
    await expect(world.ask('reset-message-text', { ...text, version: 1 }, keeper)).rejects.toMatchObject({ code: 'text-is-usual' })
  })

  test('name only what their message knows', async () => {
    const wrong = { ...text, subject: '{by} and {salary}', lines: ['Fine.'] }
    for (const name of ['preview-message-text', 'change-message-text'])
      await expect(world.ask(name, { ...wrong, ...(name === 'change-message-text' ? { version: 1 } : {}) }, keeper)).rejects.toMatchObject({
        code: 'no-such-fact',
        blockers: [{ field: 'subject', reason: 'This message knows nothing called {salary}.', remedy: 'Use {by}, {solution}.' }],
      })
  })

  test('of every kind name nothing else, are said in both languages, and lead to a page', async () => {
    const { texts } = await world.ask<{ texts: { kind: string; language: string; subject: string; lines: string[] }[] }>(
      'list-message-texts',
      {},
      keeper,
    )
    expect(texts.length).toBeGreaterThan(50)
    for (const { kind, language, subject, lines } of texts)
      await expect(world.ask('preview-message-text', { kind, language, subject, lines }, keeper)).resolves.toMatchObject({
        reason: expect.any(String),
      })
  })
})

test('what is not there is refused by its name, and of two who change one thing at one moment one is told', async () => {
  await expect(world.ask('redeliver-delivery', { delivery: crypto.randomUUID() }, keeper)).rejects.toMatchObject({
    code: 'no-such-delivery',
  })
  const text = { kind: 'none', language: 'en', subject: 'Hello', lines: ['There.'] }
  await expect(world.ask('preview-message-text', text, keeper)).rejects.toMatchObject({ code: 'no-such-message-kind' })
  for (let round = 0; round < 10; round += 1) {
    const answers = await Promise.allSettled(['08:00', '09:00'].map(digestAt => wish('jonas-weber', { digestAt })))
    const refused = answers.flatMap(each => (each.status === 'rejected' ? [each.reason as unknown] : []))
    expect(refused.map(reason => (reason as { code: string } | null)?.code)).toEqual(refused.map(() => 'changed-meanwhile'))
  }
})

test('what was done about messages stands in the ledger, and the rows agree with it', async () => {
  await world.sequencer.settled()
  const report = await world.run(world.program.named('verify-ledger'), {}, { kind: 'system', job: 'test' })
  const { faults } = report.output as { faults: { says: string }[] }
  expect(faults.filter(({ says }) => says.includes('message'))).toEqual([])
})
