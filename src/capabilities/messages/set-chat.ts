import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { readHttps } from '#src/outbound/index.ts'
import { text } from '#src/kernel/text.ts'
import { placeIn } from '#src/vault/index.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import type { SecretVault } from '../vault/index.ts'
import { badAddress, hostClosed, noChat, noHostOpen, notToldByMail, setTooOften } from './chat-refusals.ts'
import type { ChatRow } from './chat-store.ts'
import { chatAddressColumn, chatHostsNow, countSaid, deleteChat, holdChatOf, putChat } from './chat-store.ts'
import { isOpen } from './chat.ts'
import { chatKinds, preferenceView } from './contract.ts'
import { chatRemoved, chatSet, messagePreferenceChanged } from './entries.ts'
import { messagePreferences, personalChats } from './governed.ts'
import { chatNames, chatWasRemoved, chatWasSet } from './messages.ts'
import { changedMeanwhile } from './permissions.ts'
import { keepPreference, preferenceOf } from './preferences.ts'
import { presentPreference } from './present-preference.ts'
import { settingsNow } from './settings.ts'

/** Each time brings a letter by mail, whatever the day's cap says. */
const MOST_A_DAY = 10
const DAY = Temporal.Duration.from({ hours: 24 })

/** @throws Refusal where its owner could not be told of it by mail, or where letters do not go out yet */
const expectToldByMail = async (db: Db, person: string): Promise<void> => {
  const { dryRun, mail } = await settingsNow(db)
  if (dryRun || mail === null)
    throw notToldByMail(
      'Your company sends nothing yet, so you could not be told of it by mail.',
      'Set it once letters go out, or ask an administrator.',
    )
  const { email } = await db.selectFrom('person').select('email').where('id', '=', person).executeTakeFirstOrThrow()
  if (email === null)
    throw notToldByMail('No mail address is known of you, so you could not be told of it by mail.', 'Ask an administrator to enter it.')
}

const about = ({ id, kind, host }: ChatRow) => ({ about: { kind: 'chat', key: id, name: host }, facts: { chat: chatNames[kind], host } })

export const setChat = (vault: SecretVault, charters: Charters) =>
  operation({
    name: 'set-chat',
    summary: 'Set your own chat, in which letters to you may come as cards; you get word of it by mail.',
    effect: 'write',
    attended: true,
    http: { method: 'PUT', path: '/messages/chat' },
    input: z.strictObject({
      kind: z.enum(chatKinds),
      address: text(2_000).describe('Of the webhook of that chat. Is kept sealed and never shown again.'),
    }),
    output: preferenceView,
    allows: personsOnly,
    async run({ kind, address }, context) {
      const { actor, db, now, record, send } = context
      const { id: me } = asPerson(actor)
      const { hosts } = await chatHostsNow(db)
      if (hosts.length === 0) throw noHostOpen('address')
      const host = readHttps(address)?.host
      if (host === undefined) throw badAddress()
      if (!isOpen(hosts, host)) throw hostClosed(host, hosts, 'address')
      await expectToldByMail(db, me)
      if ((await countSaid(db, me, [chatWasSet.kind], now.subtract(DAY))) >= MOST_A_DAY) throw setTooOften()
      const id = (await holdChatOf(db, me))?.id ?? newId()
      const sealedAddress = await vault.seal(context, placeIn(chatAddressColumn, id), address)
      const row = await putChat(db, { id, personId: me, kind, host, sealedAddress }, now)
      if (!row) throw changedMeanwhile()
      record(chatSet({ subject: personalChats.subject(row), data: { kind, host, person: me }, personal: {} }))
      send(chatWasSet({ to: me, because: 'account', of: row, ...about(row) }))
      return presentPreference(charters, db, me)
    },
  })

export const removeChat = (charters: Charters) =>
  operation({
    name: 'remove-chat',
    summary: 'Remove your own chat, so that letters to you come by mail again; you get word of it by mail.',
    effect: 'write',
    attended: true,
    http: { method: 'DELETE', path: '/messages/chat' },
    input: z.strictObject({}),
    output: preferenceView,
    allows: personsOnly,
    async run(_, { actor, db, record, send }) {
      const { id: me } = asPerson(actor)
      const row = await holdChatOf(db, me)
      if (!row) throw noChat()
      await deleteChat(db, row.id)
      record(chatRemoved({ subject: personalChats.ended(row), data: { host: row.host, person: me }, personal: {} }))
      send(chatWasRemoved({ to: me, because: 'account', of: row, ...about(row) }))
      const { version, ...preference } = await preferenceOf(db, me)
      if (preference.channel === 'chat') {
        const kept = await keepPreference(db, me, { ...preference, channel: 'mail' }, version)
        if (!kept) throw changedMeanwhile()
        record(messagePreferenceChanged({ subject: messagePreferences.subject(kept), data: {}, personal: {} }))
      }
      return presentPreference(charters, db, me)
    },
  })
