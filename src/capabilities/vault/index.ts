import { changeMasterKey } from './change-master-key.ts'
import { deleteUnusedKeys } from './delete-unused-keys.ts'
import { dataKeyDeleted, dataKeyMade, dataKeyRetired, masterKeyChanged, valuesResealed } from './entries.ts'
import { dataKeys } from './governed.ts'
import type { SecretVault } from './open-vault.ts'
import { resealPage } from './reseal-page.ts'
import { rotateDataKeys } from './rotate-data-keys.ts'
import { showKeys } from './show-keys.ts'

export { keepResealing } from './keep-resealing.ts'
export { openVault } from './open-vault.ts'
export type { SecretVault } from './open-vault.ts'
export { keyKeepers } from './permissions.ts'
export { surveyVault } from './show-keys.ts'
export { resealEverything } from './reseal-everything.ts'

/** The keys under which secrets are stored: seen, made anew, and wrapped anew. */
export const vaultCapability = (vault: SecretVault) => {
  const keys = {
    columns: vault.columns,
    showKeys: showKeys(vault),
    rotateDataKeys: rotateDataKeys(vault),
    changeMasterKey: changeMasterKey(vault),
    resealPage: resealPage(vault),
    deleteUnusedKeys: deleteUnusedKeys(vault),
  }
  return {
    operations: [keys.showKeys, keys.rotateDataKeys, keys.changeMasterKey, keys.resealPage, keys.deleteUnusedKeys],
    /** What the command for keys calls, and the server in the background. */
    keys,
    governed: [dataKeys],
    entries: [dataKeyMade, dataKeyRetired, dataKeyDeleted, masterKeyChanged, valuesResealed],
  }
}

export type Keys = ReturnType<typeof vaultCapability>['keys']
