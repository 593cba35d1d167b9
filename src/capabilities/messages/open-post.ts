import { createExit } from '#src/outbound/index.ts'
import type { ExitSettings } from '#src/outbound/index.ts'
import type { Sender } from '#src/sending/index.ts'
import { createSmtp } from '#src/sending/index.ts'
import { placeIn } from '#src/vault/index.ts'
import type { Db } from '../operation.ts'
import { currentTargets } from '../outbound/index.ts'
import type { SecretVault } from '../vault/index.ts'
import type { Settings } from './settings.ts'
import { SETTING, passwordColumn } from './settings.ts'

interface Post {
  vault: SecretVault
  exit(): ExitSettings
  /** Where the server says that it is. */
  address: string | null
}

/** A way to the mail server that is set now, through the one exit. */
export const openPost = async ({ vault, exit: settingsOf, address: usual }: Post, db: Db, settings: Settings): Promise<Sender> => {
  const { mail, sealedPassword, address } = settings
  if (mail === null) return nowhere
  const password = sealedPassword === null ? '' : (await vault.open(db, placeIn(passwordColumn, SETTING), sealedPassword)).toString()
  const exit = createExit({ ...settingsOf(), allowed: () => currentTargets(db) })
  const smtp = createSmtp(exit, { ...mail, password, preferences: `${address ?? usual ?? ''}/messages/preferences` })
  return { send: smtp.send, close: () => exit.close() }
}

/** The mail server was taken out of the settings while letters were due: they wait for another. */
const nowhere: Sender = {
  send: () => Promise.resolve({ kind: 'again', why: 'unreachable', afterSeconds: null }),
  close: () => Promise.resolve(),
}
