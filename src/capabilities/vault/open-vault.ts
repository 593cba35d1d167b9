import type { Entry } from '#src/ledger/index.ts'
import type { KeySources, SealedColumn, Vault } from '#src/vault/index.ts'
import { createVault } from '#src/vault/index.ts'
import { dataKeyMade, dataKeyRetired } from './entries.ts'
import { dataKeys } from './governed.ts'

/** The vault over our ledger. */
export type SecretVault = Vault<Entry>

/** The vault of an installation: keys that it makes and retires are recorded by the operation that made it do so. */
export const openVault = (sources: KeySources, columns: readonly SealedColumn[]): SecretVault =>
  createVault<Entry>({
    sources,
    columns,
    entries: {
      made: key => dataKeyMade({ subject: dataKeys.subject(key), data: { master: key.master }, personal: {} }),
      retired: key => dataKeyRetired({ subject: dataKeys.subject(key), data: {}, personal: {} }),
    },
  })
