import { createExit } from '#src/outbound/index.ts'
import type { ExitSettings } from '#src/outbound/index.ts'
import type { Letter, Outcome } from '#src/sending/index.ts'
import { sendToSlack, sendToTeams } from '#src/sending/index.ts'
import { placeIn } from '#src/vault/index.ts'
import type { Db } from '../operation.ts'
import { currentTargets } from '../outbound/index.ts'
import type { SecretVault } from '../vault/index.ts'
import type { ChatRow } from './chat-store.ts'
import { chatAddressColumn } from './chat-store.ts'

/** A way by which letters go to people's own chats. */
export interface Cards {
  /**
   * One attempt.
   * @throws Refusal where the address can't be opened; what else is thrown is a bug
   */
  send(chat: ChatRow, letter: Letter, now: Temporal.Instant): Promise<Outcome>
  close(): Promise<void>
}

export const openCards = ({ vault, exit: settingsOf }: { vault: SecretVault; exit(): ExitSettings }, db: Db): Cards => {
  const exit = createExit({ ...settingsOf(), allowed: () => currentTargets(db) })
  return {
    async send({ id, kind, sealedAddress }, letter, now) {
      const address = (await vault.open(db, placeIn(chatAddressColumn, id), sealedAddress)).toString()
      return (kind === 'teams' ? sendToTeams : sendToSlack)(exit, address, letter, now)
    },
    close: () => exit.close(),
  }
}
