import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { newId } from '#src/kernel/ids.ts'
import { requestId } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { installationRow, namesOf } from '../people/index.ts'
import { asPerson } from '../permissions.ts'
import { expectReady } from './change-message-settings.ts'
import { deliveryView } from './contract.ts'
import { testMessageSent } from './entries.ts'
import { insertLetterToOneself } from './inbox-store.ts'
import { lockDelivery } from './list-store.ts'
import { keepsMessages, noSuchDelivery } from './permissions.ts'
import { presentDelivery } from './present.ts'
import { settingsNow } from './settings.ts'
import { dayOf } from './when.ts'

/** A letter to oneself, which goes out in a dry run too; the job sends it within a minute, as it sends all others. */
export const sendTestMessage = (charters: Charters, usualAddress: string | null) =>
  operation({
    name: 'send-test-message',
    summary: 'Send yourself a letter, to see whether mail arrives; it goes out in a dry run, too.',
    effect: 'write',
    once: true,
    attended: true,
    http: { method: 'POST', path: '/message-settings/test' },
    input: z.strictObject({ requestId: requestId() }),
    output: deliveryView,
    allows: keepsMessages,
    async run(_, { actor, db, now, record }) {
      expectReady(await settingsNow(db), usualAddress)
      const me = asPerson(actor).id
      const { timeZone } = calendarOf(await charters.inForce(db))
      const delivery = newId()
      const day = dayOf({ timeZone }, now)
      const company = (await installationRow(db))?.company ?? ''
      const letter = { id: delivery, to: me, kind: 'test-message', channel: 'mail', day, company, operation: 'send-test-message' } as const
      await insertLetterToOneself(db, letter, now)
      const subject = { kind: 'delivery', id: delivery, version: null, digest: null }
      record(testMessageSent({ subject, data: { by: me }, personal: {} }))
      const row = await lockDelivery(db, delivery)
      if (!row) throw noSuchDelivery()
      return presentDelivery(row, await namesOf(db, [me]))
    },
  })
