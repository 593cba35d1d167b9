import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import type { Entry } from '#src/ledger/index.ts'
import type { Vault } from '#src/vault/index.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { codeText } from './contract.ts'
import { secondFactorRemoved } from './entries.ts'
import { secondFactors } from './governed.ts'
import { expectShown } from './own-check.ts'
import { deleteSecondFactor, holdSecondFactor } from './second-factor-store.ts'
import { proves, wrongCode } from './show-code.ts'

export const removeSecondFactor = (vault: Vault<Entry>) =>
  operation({
    name: 'remove-second-factor',
    summary: 'Remove one’s second factor, with a code of it.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/second-factor/removal' },
    input: z.strictObject({ code: codeText() }),
    output: z.object({}),
    allows: personsOnly,
    async run({ code }, { actor, db, now, record }) {
      const { id } = asPerson(actor)
      const writing = { db, now, record }
      const factor = await holdSecondFactor(db, id)
      if (!factor?.confirmedAt) throw refuse('conflict', 'no-factor', 'No second factor is set up.', 'There is nothing to remove.')
      await expectShown(writing, id, 'code', () => proves(vault, writing, factor, code), wrongCode)
      const last = (await holdSecondFactor(db, id)) ?? factor
      await deleteSecondFactor(db, id)
      record(secondFactorRemoved({ subject: secondFactors.ended(last), data: { because: 'removed' }, personal: {} }))
      return {}
    },
  })
