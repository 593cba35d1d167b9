import { insertTarget } from '#src/capabilities/outbound/store.ts'
import { newId } from '#src/kernel/ids.ts'
import { makeAuthority, makeIdentity } from '#src/outbound/certificates.fixture.ts'
import { readExitSettings } from '#src/outbound/index.ts'
import { listenHttps } from '#src/outbound/servers.fixture.ts'
import { keeper, openMessages } from './messages-world.ts'

/** What came to a chat, and what the chat answers from now on, at once or later. */
interface Chat {
  got: string[]
  status: number | Promise<number>
  headers: Record<string, string>
}

export interface Preference {
  version: number
  channel: string
  chatHosts: string[]
  chat: {
    kind: string
    host: string
    open: boolean
    failingSince: string | null
    test: { state: string; trouble: string | null } | null
  } | null
}

/** The demo company with a mail server, and beside it a server of chats, each by the path of its webhook: over TLS, as they are. */
export const openChats = async (start = '2026-11-23T10:00:00Z') => {
  const authority = await makeAuthority('Company CA')
  const chats = new Map<string, Chat>()
  const chat = (name: string): Chat => {
    const known = chats.get(name) ?? { got: [], status: 200, headers: {} }
    chats.set(name, known)
    return known
  }
  const server = await listenHttps(await makeIdentity({ ip: ['127.0.0.1'] }, { authority }), (request, response) => {
    const { got, status, headers } = chat(request.url?.split('/').at(-1) ?? '')
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      got.push(body)
      void Promise.resolve(status).then(code => response.writeHead(code, headers).end('ok'))
    })
  })
  const exit = () => ({ ...readExitSettings({}), ca: [authority.cert] })
  const world = await openMessages(start, exit)
  await insertTarget(world.db, { id: newId(), host: '127.0.0.1', port: server.port, reason: 'For these tests.' }, world.clock.now())
  await world.settings({ password: world.mail.password, dryRun: false })

  const addressOf = (name: string) => `https://127.0.0.1:${server.port}/secret-hunter2/${name}`
  const preference = (person: string) => world.ask<Preference & Record<string, unknown>>('show-message-preferences', {}, person)
  const all = {
    ...world,
    exit,
    chat,
    addressOf,
    preference,
    async wish(person: string, change: Record<string, unknown>) {
      const { version, channel, level, digestAt, quietFrom, quietTo, timeZone, language } = await preference(person)
      const now = { version, channel, level, digestAt, quietFrom, quietTo, timeZone, language }
      return world.ask<Preference>('change-message-preferences', { ...now, ...change }, person)
    },
    async openHosts(...hosts: string[]) {
      const { version } = await world.ask<{ version: number }>('show-chat-hosts', {}, keeper)
      return world.ask<{ version: number; hosts: string[] }>('change-chat-hosts', { version, hosts }, keeper)
    },
    set: (person: string, { kind = 'teams', address = addressOf(person) }: { kind?: string; address?: string } = {}) =>
      world.ask<Preference>('set-chat', { kind, address }, person),
    /** Somebody's letters come to their chat, and what told them so is out of the way. */
    async choose(person: string, kind = 'teams') {
      await all.set(person, { kind })
      await all.wish(person, { channel: 'chat' })
      await world.deliver()
      world.mail.taken.length = 0
    },
    /** One round of each job that sends letters. */
    async round() {
      await world.deliver()
      await world.work('deliver-cards')
    },
    async forget() {
      await world.forget()
      chats.clear()
    },
    async remove() {
      await world.remove()
      await server.close()
    },
  }
  return all
}

export type ChatsWorld = Awaited<ReturnType<typeof openChats>>
