import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Identity } from '#src/outbound/certificates.fixture.ts'
import { makeAuthority, makeIdentity } from '#src/outbound/certificates.fixture.ts'
import { createExit, readExitSettings } from '#src/outbound/index.ts'
import { createSmtp } from './index.ts'
import type { Outcome } from './index.ts'
import { hostile, letter } from './letters.fixture.ts'

let authority: Identity
let identity: Identity
beforeAll(async () => {
  authority = await makeAuthority('Company CA')
  identity = await makeIdentity({ dns: ['mail.example.com'] }, { authority })
})

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

interface Tried {
  security: 'tls' | 'starttls' | 'none'
  server?: SMTPServerOptions
  /** Whether two people opened the way to it. */
  open?: boolean
  /** Whether we believe whoever signed its certificate. */
  trusted?: boolean
  subject?: string
  name?: string
}

/** One letter to a real mail server on loopback, and what arrived there. */
const send = async ({ security, server = {}, open = true, trusted = true, subject, name = 'Kim' }: Tried) => {
  const got: string[] = []
  const passwords: string[] = []
  const smtp = new SMTPServer({
    ...identity,
    secure: security === 'tls',
    allowInsecureAuth: true,
    onAuth({ password }, { secure }, done) {
      passwords.push(`${password} ${secure ? 'encrypted' : 'in the clear'}`)
      done(null, { user: 'guildhall' })
    },
    onData(stream, _, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
      stream.on('end', () => {
        got.push(Buffer.concat(chunks).toString())
        done()
      })
    },
    ...server,
  })
  smtp.on('error', () => undefined)
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  closing.push(
    () =>
      new Promise<void>(resolve => {
        smtp.close(() => resolve())
      }),
  )
  const address = smtp.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const exit = createExit({
    ...readExitSettings({}),
    ca: trusted ? [authority.cert] : [],
    allowed: () => (open ? [{ host: 'mail.example.com', port }] : []),
    resolve: () => Promise.resolve(['127.0.0.1']),
  })
  closing.push(() => exit.close())
  const mail = { host: 'mail.example.com', port, security, from: 'guildhall@company.example', user: 'guildhall', password: 'hunter2' }
  const outcome: Outcome = await createSmtp(exit, { ...mail, preferences: 'https://guildhall.example/messages/preferences' }).send(
    letter(subject === undefined ? {} : { subject }),
    { name, address: 'kim@example.com' },
  )
  return { outcome, got, passwords }
}

describe('a letter to a mail server', () => {
  test.each(['tls', 'starttls'] as const)('goes encrypted, and so does the password: %s', async security => {
    const { outcome, got, passwords } = await send({ security })
    expect(outcome).toEqual({ kind: 'sent', id: '<0195a3f2-6c3e-7cc1-9a51-3d2c4a5b6c7d@company.example>' })
    expect(got).toHaveLength(1)
    expect(passwords).toEqual(['hunter2 encrypted'])
  })

  test('goes nowhere, and no password with it, where the server offers no encryption, or proves to be nobody we believe', async () => {
    const plain = await send({ security: 'starttls', server: { hideSTARTTLS: true, disabledCommands: ['STARTTLS'] } })
    expect(plain).toEqual({ outcome: { kind: 'again', why: 'not-trusted', afterSeconds: null }, got: [], passwords: [] })
    for (const security of ['tls', 'starttls'] as const) {
      const foreign = await send({ security, trusted: false })
      expect(foreign).toEqual({ outcome: { kind: 'again', why: 'not-trusted', afterSeconds: null }, got: [], passwords: [] })
    }
  })

  test('goes only where two people opened the way', async () => {
    expect((await send({ security: 'none', open: false })).outcome).toEqual({ kind: 'never', why: 'target-refused' })
    expect((await send({ security: 'none' })).outcome.kind).toBe('sent')
  })

  test('is one letter to one person, whatever is in its subject and in their name', async () => {
    const { got } = await send({ security: 'tls', subject: hostile, name: hostile })
    const headers = got[0]?.slice(0, got[0].indexOf('\r\n\r\n')) ?? ''
    expect(headers).not.toMatch(/^bcc:/im)
    expect(headers.match(/^to: .*$/gim)).toHaveLength(1)
    expect(headers).toMatch(/<kim@example\.com>/)
  })

  test.each([
    ['a full mailbox, which says so for now', { onRcptTo: refusing(452) }, { kind: 'again', why: 'busy', afterSeconds: null }],
    ['nobody of that name', { onRcptTo: refusing(550) }, { kind: 'never', why: 'gone' }],
    ['a sender that is not welcome', { onMailFrom: refusing(554) }, { kind: 'never', why: 'rejected' }],
    ['a sign-in that is refused', { onAuth: refusing(535) }, { kind: 'again', why: 'login-refused', afterSeconds: null }],
  ])('meets %s, and keeps nothing of what was said', async (_, server, expected) => {
    const { outcome } = await send({ security: 'tls', server })
    expect(outcome).toEqual(expected)
  })
})

/** Answers whatever it is asked with this code and something that nobody should keep. */
function refusing(code: number) {
  return (_: unknown, __: unknown, done: (error: Error) => void) =>
    done(Object.assign(new Error('kim@example.com is on holiday'), { responseCode: code }))
}
