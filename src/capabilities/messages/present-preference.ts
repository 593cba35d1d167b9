import type { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import type { ChatRow } from './chat-store.ts'
import { chatHostsNow, chatOf, newestTest } from './chat-store.ts'
import { isOpen } from './chat.ts'
import type { chatView, preferenceView } from './contract.ts'
import { testCard } from './messages.ts'
import { preferenceOf } from './preferences.ts'
import { settingsNow } from './settings.ts'

/** How somebody is told now, with what counts where they said nothing, and their chat as far as it is shown. */
export const presentPreference = async (charters: Charters, db: Db, person: string): Promise<z.input<typeof preferenceView>> => {
  const { email } = await db.selectFrom('person').select('email').where('id', '=', person).executeTakeFirstOrThrow()
  const { language, dryRun } = await settingsNow(db)
  const { hosts } = await chatHostsNow(db)
  const chat = await chatOf(db, person)
  return {
    ...(await preferenceOf(db, person)),
    email,
    companyTimeZone: calendarOf(await charters.inForce(db)).timeZone,
    companyLanguage: language,
    dryRun,
    chatHosts: hosts,
    chat: chat ? await presentChat(db, chat, hosts) : null,
  }
}

const presentChat = async (db: Db, chat: ChatRow, hosts: readonly string[]): Promise<z.input<typeof chatView>> => {
  const { kind, host, failingSince } = chat
  const test = await newestTest(db, chat, testCard.kind)
  return {
    kind,
    host,
    open: isOpen(hosts, host),
    failingSince: failingSince?.toString() ?? null,
    test: test ?? null,
  }
}
