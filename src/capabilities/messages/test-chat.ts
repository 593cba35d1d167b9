import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { newId } from '#src/kernel/ids.ts'
import { requestId } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { installationRow } from '../people/index.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { hostClosed, noChat, testedTooOften } from './chat-refusals.ts'
import { chatHostsNow, chatOf, countSaid } from './chat-store.ts'
import { isOpen } from './chat.ts'
import { preferenceView } from './contract.ts'
import { testCardSent } from './entries.ts'
import { insertLetterToOneself } from './inbox-store.ts'
import { testCard } from './messages.ts'
import { presentPreference } from './present-preference.ts'
import { dayOf } from './when.ts'

const MOST_A_DAY = 5
const DAY = Temporal.Duration.from({ hours: 24 })

/** A card to oneself, which goes out in a dry run too; the job sends it within a minute, as it sends all others. */
export const testChat = (charters: Charters) =>
  operation({
    name: 'test-chat',
    summary: 'Send yourself a card, to see whether it arrives in your chat.',
    effect: 'write',
    once: true,
    attended: true,
    http: { method: 'POST', path: '/messages/chat/test' },
    input: z.strictObject({ requestId: requestId() }),
    output: preferenceView,
    allows: personsOnly,
    async run(_, { actor, db, now, record }) {
      const { id: me } = asPerson(actor)
      const chat = await chatOf(db, me)
      if (!chat) throw noChat()
      const { hosts } = await chatHostsNow(db)
      if (!isOpen(hosts, chat.host)) throw hostClosed(chat.host, hosts)
      if ((await countSaid(db, me, [testCard.kind], now.subtract(DAY))) >= MOST_A_DAY) throw testedTooOften()
      const { timeZone } = calendarOf(await charters.inForce(db))
      const company = (await installationRow(db))?.company ?? ''
      const letter = {
        id: newId(),
        to: me,
        kind: testCard.kind,
        channel: 'chat',
        day: dayOf({ timeZone }, now),
        company,
        operation: 'test-chat',
      } as const
      await insertLetterToOneself(db, letter, now)
      const subject = { kind: 'delivery', id: letter.id, version: null, digest: null }
      record(testCardSent({ subject, data: { by: me }, personal: {} }))
      return presentPreference(charters, db, me)
    },
  })
