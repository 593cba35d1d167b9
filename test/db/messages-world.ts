import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import type { JobKind } from '#src/capabilities/jobs/index.ts'
import { insertTarget } from '#src/capabilities/outbound/store.ts'
import { newId } from '#src/kernel/ids.ts'
import type { ExitSettings } from '#src/outbound/index.ts'
import { answers, benefit, harmless, openSolutions } from './solutions-world.ts'

/** A letter as a mail server took it. */
export interface Taken {
  to: string
  raw: string
  subject: string
  id: string
}

/** What a mail server answers to one step of a letter; null lets it pass. */
type Answers = { to?: (address: string) => number | null; data?: () => number | null }

export interface MailServer {
  port: number
  taken: Taken[]
  /** How it answers from now on. */
  answers: Answers
  /** Whose password is right. */
  password: string
  close(): Promise<void>
}

const saying = (code: number) => Object.assign(new Error('As the test says.'), { responseCode: code })

/** A real mail server on loopback that takes letters from whoever knows the password. */
export const openMailServer = async (): Promise<MailServer> => {
  const mail: MailServer = { port: 0, taken: [], answers: {}, password: 'open sesame', close: () => Promise.resolve() }
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ password }, _, done) => (password === mail.password ? done(null, { user: 'guildhall' }) : done(saying(535))),
    onRcptTo({ address }, _, done) {
      const code = mail.answers.to?.(address) ?? null
      done(code === null ? null : saying(code))
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
      stream.on('end', () => {
        const code = mail.answers.data?.() ?? null
        if (code !== null) return done(saying(code))
        const raw = Buffer.concat(chunks).toString()
        const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(raw)?.[1] ?? ''
        for (const { address } of envelope.rcptTo)
          mail.taken.push({ to: address, raw, subject: header('subject'), id: header('message-id') })
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  mail.port = typeof address === 'object' && address !== null ? address.port : 0
  mail.close = () =>
    new Promise(resolve => {
      server.close(() => resolve())
    })
  return mail
}

/** The demo company with a mail server of its own, and what its jobs do. */
export const openMessages = async (start?: string, exit?: () => ExitSettings) => {
  const mail = await openMailServer()
  const world = await openSolutions(start, exit)
  const began = world.clock.now()
  const target = { id: newId(), host: '127.0.0.1', port: mail.port, reason: 'For these tests.' }
  await insertTarget(world.db, target, world.clock.now())

  /** One round of a job. */
  const work = async (name: string, kinds: readonly JobKind[] = world.program.jobs): Promise<void> => {
    const kind = kinds.find(job => job.name === name)
    if (!kind) throw new Error(`There is no job ${name}.`)
    let cursor: unknown
    do {
      ;({ cursor } = await kind.step({}, cursor, { run: world.run, db: world.db, now: world.clock.now() }))
    } while (cursor !== undefined)
  }
  const settings = async (change: Record<string, unknown> = {}) => {
    const { version, dryRun, dailyLetters, digestLines, language } = await world.ask<Record<string, unknown>>(
      'show-message-settings',
      {},
      keeper,
    )
    const server = { host: '127.0.0.1', port: mail.port, security: 'none', from: 'guildhall@company.example', user: 'guildhall' }
    const now = { version, dryRun, dailyLetters, digestLines, language, address: 'https://guildhall.example', mail: server }
    return world.ask<Record<string, unknown>>('change-message-settings', { ...now, ...change }, keeper)
  }
  return {
    ...world,
    mail,
    work,
    settings,
    deliver: () => work('deliver-messages'),
    gather: () => work('send-digests'),
    /** A solution whose owner offers it to somebody. */
    async offer(to: string, by = 'priya-raman', name = 'Claims sorting') {
      const { key } = await world.ask<{ key: string }>(
        'register-solution',
        { name, purpose: 'Sorts claims.', facts: harmless, benefit, answers },
        by,
      )
      return {
        key,
        ...(await world.ask<{ id: string; version: number }>('offer-handover', { key, role: 'owner', to, note: 'Please.' }, by)),
      }
    },
    deliveries: () => world.db.selectFrom('delivery').selectAll().orderBy('id').execute(),
    messages: () => world.db.selectFrom('message').selectAll().orderBy('id').execute(),
    /** Nothing was ever said, and it is the morning on which it began. */
    async forget() {
      world.move(world.clock.now().until(began))
      await world.db.deleteFrom('message').execute()
      await world.db.deleteFrom('delivery').execute()
      mail.taken.length = 0
      mail.answers = {}
    },
    async remove() {
      await world.remove()
      await mail.close()
    },
  }
}

export const keeper = 'grace-mbeki'
export type MessagesWorld = Awaited<ReturnType<typeof openMessages>>
