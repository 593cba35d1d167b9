import { z } from 'zod'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { allDataKeys, resealPage as resealNext } from '#src/vault/index.ts'
import { operation } from '../operation.ts'
import { onlyTheProgram } from '../permissions.ts'
import { valuesResealed } from './entries.ts'
import type { SecretVault } from './open-vault.ts'

/** One step of a rotation; see `reseal-everything.ts`, which takes them all. */
export const resealPage = (vault: SecretVault) =>
  operation({
    name: 'reseal-page',
    summary: 'Seal the next stored secrets of one column anew, under the current data key.',
    effect: 'write',
    attended: true,
    input: z.strictObject({
      table: z.string().max(63),
      column: z.string().max(63),
      after: z.string().max(200).default('').describe('Go on behind this row, as the last page said in next.'),
    }),
    output: z.object({ resealed: z.int(), next: z.string().nullable() }),
    allows: onlyTheProgram,
    async run({ table, column, after }, context) {
      const declared = vault.columns.find(each => each.table === table && each.column === column)
      if (!declared) throw refuse('not-found', 'no-such-sealed-column', 'No such column holds sealed values.', 'Name one that is declared.')
      const keys = await allDataKeys(context.db)
      const current = keys.find(({ state }) => state === 'current')
      if (!current || keys.length === 1) throw nothingLeft()
      const page = await resealNext(vault, context, declared, { current: current.id, after })
      if (page.resealed === 0) throw nothingLeft()
      const subject = { kind: 'sealed-column', id: `${table}.${column}`, version: null, digest: null }
      context.record(valuesResealed({ subject, data: { values: page.resealed }, personal: {} }))
      return page
    },
  })

const nothingLeft = (): Refusal =>
  refuse('conflict', 'nothing-to-reseal', 'No further secret of this column waits for the current data key.', 'There is nothing to do.')
