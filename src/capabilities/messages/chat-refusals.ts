import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'

export const noHostOpen = (field?: string): Refusal =>
  refuse(
    'conflict',
    'no-chat-host-open',
    'Your company lets no letters go to chats.',
    'Ask an administrator to open the host of your chat.',
    field,
  )

export const hostClosed = (host: string, hosts: readonly string[], field?: string): Refusal =>
  refuse(
    'conflict',
    'chat-host-closed',
    `Your company lets no letters go to ${host}.`,
    `Use a chat at ${hosts.join(', ')}, or ask an administrator to open this host.`,
    field,
  )

export const noChat = (field?: string): Refusal => refuse('conflict', 'no-chat', 'You have set no chat.', 'Set one first.', field)

export const badAddress = (): Refusal =>
  refuse(
    'invalid',
    'bad-chat-address',
    'This is no address that can be called.',
    'Copy the whole address of the webhook, beginning with https://.',
    'address',
  )

/** Whoever takes over a sign-in must not send letters elsewhere unseen. */
export const notToldByMail = (reason: string, remedy: string): Refusal => refuse('conflict', 'chat-needs-mail', reason, remedy)

export const setTooOften = (): Refusal =>
  refuse('too-many', 'chat-set-too-often', 'Your chat was changed many times today.', 'Change it tomorrow.')

export const testedTooOften = (): Refusal =>
  refuse('too-many', 'too-many-test-cards', 'You have sent yourself many test cards today.', 'Send another one tomorrow.')

export const chatAsItIs = (): Refusal =>
  refuse('conflict', 'chat-as-it-is', 'There is nothing to note about this chat.', 'There is nothing to do.', 'chat')
