import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** A new data key seals from now on. `master` is the id of the master key that wraps it; keys themselves stand nowhere. */
export const dataKeyMade = defineEntry({ type: 'data-key-made', version: 1, data: z.strictObject({ master: z.string() }), personal: [] })

/** A data key seals no more; it opens what it has sealed until that has been sealed anew. */
export const dataKeyRetired = defineEntry({ type: 'data-key-retired', version: 1, data: z.strictObject({}), personal: [] })

/** A retired data key is gone: no value stood under it any more. */
export const dataKeyDeleted = defineEntry({ type: 'data-key-deleted', version: 1, data: z.strictObject({}), personal: [] })

/** A data key was wrapped by another master key; one entry for each data key. */
export const masterKeyChanged = defineEntry({
  type: 'master-key-changed',
  version: 1,
  data: z.strictObject({ from: z.string(), to: z.string() }),
  personal: [],
})

/** Some values of a column were sealed anew under the current data key. */
export const valuesResealed = defineEntry({
  type: 'values-resealed',
  version: 1,
  data: z.strictObject({ values: z.int() }),
  personal: [],
})
