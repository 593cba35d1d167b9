import type { Sign } from '#src/kernel/message.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import type { Sender } from '#src/sending/index.ts'
import type { Cards } from './open-cards.ts'
import type { Kinds } from './kinds.ts'
import type { Settings } from './settings.ts'

/** What delivering needs of the program. */
export interface Parts {
  kinds: Kinds
  charters: Charters
  /** A way to the mail server as it is set now; whoever asked closes it. Not called in a dry run. */
  open(db: Db, settings: Settings): Promise<Sender>
  /** A way to people's own chats; whoever asked closes it. */
  openCards(db: Db): Cards
  /** Signs the links with which letters are answered. */
  sign: Sign
  /** Where links lead where nobody set that. */
  address: string | null
}
