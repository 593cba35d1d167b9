import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { hostClosed, noChat, noHostOpen } from './chat-refusals.ts'
import { chatHostsNow, holdChatOf } from './chat-store.ts'
import { isOpen } from './chat.ts'
import { preferenceFields, preferenceView } from './contract.ts'
import { messagePreferenceChanged } from './entries.ts'
import { messagePreferences } from './governed.ts'
import { changedMeanwhile } from './permissions.ts'
import { keepPreference, preferenceOf } from './preferences.ts'
import { presentPreference } from './present-preference.ts'

export const showMessagePreferences = (charters: Charters) =>
  operation({
    name: 'show-message-preferences',
    summary: 'How you are told: by which way, at once or once a day, and when not.',
    effect: 'read',
    http: { method: 'GET', path: '/messages/preferences' },
    input: z.strictObject({}),
    output: preferenceView,
    allows: personsOnly,
    async run(_, { actor, db }) {
      const { id } = asPerson(actor)
      return presentPreference(charters, db, id)
    },
  })

export const changeMessagePreferences = (charters: Charters) =>
  operation({
    name: 'change-message-preferences',
    summary: 'Say how you want to be told.',
    effect: 'write',
    http: { method: 'PUT', path: '/messages/preferences' },
    input: z.strictObject({ version: version(), ...preferenceFields }),
    output: preferenceView,
    async target(_, { db, actor }) {
      const asking = await actor
      return asking.kind === 'person' ? preferenceOf(db, asking.id) : null
    },
    allows: personsOnly,
    async run({ version, ...preference }, { actor, db, record }, before) {
      expectZone(preference.timeZone)
      if ((preference.quietFrom === null) !== (preference.quietTo === null))
        throw refuse('invalid', 'quiet-hours-open', 'Quiet hours have a beginning and an end.', 'Give both, or neither.', 'quietTo')
      const { id } = asPerson(actor)
      if (preference.channel === 'chat' && before?.channel !== 'chat') await expectChat(db, id)
      const row = await keepPreference(db, id, preference, version)
      if (!row) throw changedMeanwhile()
      record(messagePreferenceChanged({ subject: messagePreferences.subject(row), data: {}, personal: {} }))
      return presentPreference(charters, db, id)
    },
  })

/** @throws Refusal where letters could not go to somebody's chat */
const expectChat = async (db: Db, person: string): Promise<void> => {
  const { hosts } = await chatHostsNow(db)
  if (hosts.length === 0) throw noHostOpen('channel')
  const chat = await holdChatOf(db, person)
  if (!chat) throw noChat('channel')
  if (!isOpen(hosts, chat.host)) throw hostClosed(chat.host, hosts, 'channel')
}

const expectZone = (timeZone: string | null): void => {
  if (timeZone === null) return
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone)
  } catch {
    throw refuse('invalid', 'no-such-time-zone', 'This is no time zone.', 'Give an IANA name, such as Europe/Berlin.', 'timeZone')
  }
}
