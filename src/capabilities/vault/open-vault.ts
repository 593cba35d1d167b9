import type { Entry } from '#src/ledger/index.ts'
import type { KeySources, SealedColumn, Vault } from '#src/vault/index.ts'
import { createVault } from '#src/vault/index.ts'
import type { Db } from '../operation.ts'
import { dataKeyMade, dataKeyRetired } from './entries.ts'
import { dataKeys } from './governed.ts'

/** The vault over our ledger. */
export type SecretVault = Vault<Entry>

/**
 * The vault of an installation: keys that it makes and retires are recorded by the operation that made it do so.
 * @param sources where the master key comes from; asked once, when it is first needed, since our own key file is named by
 *   what the database says of the installation.
 * @param columns every column that any capability seals in.
 */
export const openVault = (sources: (db: Db) => Promise<KeySources>, columns: readonly SealedColumn[]): SecretVault =>
  createVault<Entry>({
    sources,
    columns,
    entries: {
      made: key => dataKeyMade({ subject: dataKeys.subject(key), data: { master: key.master }, personal: {} }),
      retired: key => dataKeyRetired({ subject: dataKeys.subject(key), data: {}, personal: {} }),
    },
  })
