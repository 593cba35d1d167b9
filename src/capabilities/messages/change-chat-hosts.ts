import { z } from 'zod'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { chatHostsNow, holdChatHosts, keepChatHosts } from './chat-store.ts'
import { readChatHost } from './chat.ts'
import { chatHostsView } from './contract.ts'
import { chatHostsChanged } from './entries.ts'
import { chatSettings } from './governed.ts'
import { changedMeanwhile, keepsMessages } from './permissions.ts'

const chatHost = () =>
  z
    .string()
    .trim()
    .transform((written, given) => {
      const host = readChatHost(written)
      if (host !== undefined) return host
      given.issues.push({
        code: 'custom',
        input: written,
        message: 'Write a host such as hooks.slack.com, or *.example.com for all below it.',
      })
      return z.NEVER
    })

export const showChatHosts = operation({
  name: 'show-chat-hosts',
  summary: 'To which hosts letters may go as cards, in chats that people set for themselves.',
  effect: 'read',
  http: { method: 'GET', path: '/message-settings/chat-hosts' },
  input: z.strictObject({}),
  output: chatHostsView,
  allows: keepsMessages,
  async run(_, { db }) {
    return chatHostsNow(db)
  },
})

export const changeChatHosts = operation({
  name: 'change-chat-hosts',
  summary: 'Open hosts to which letters may go as cards in people’s own chats, or close them; what went to a closed one goes by mail.',
  effect: 'write',
  attended: true,
  http: { method: 'PUT', path: '/message-settings/chat-hosts' },
  input: z.strictObject({
    version: version(),
    hosts: z
      .array(chatHost())
      .max(20, 'Open at most 20 hosts.')
      .transform(hosts => [...new Set(hosts)])
      .describe('Names of hosts, or *.example.com for all below it. None: no letter goes to a chat.'),
  }),
  output: chatHostsView,
  target: (_, { db }) => holdChatHosts(db),
  allows: keepsMessages,
  async run({ version, hosts }, { actor, db, record }) {
    const row = await keepChatHosts(db, hosts, version)
    if (!row) throw changedMeanwhile()
    record(chatHostsChanged({ subject: chatSettings.subject(row), data: { hosts, by: asPerson(actor).id }, personal: {} }))
    return row
  },
})
