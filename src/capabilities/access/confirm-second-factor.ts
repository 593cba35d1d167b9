import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import type { Entry } from '#src/ledger/index.ts'
import type { Vault } from '#src/vault/index.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { codeText } from './contract.ts'
import { accessStrengthened, secondFactorChanged } from './entries.ts'
import { accesses, secondFactors } from './governed.ts'
import { expectShown } from './own-check.ts'
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import { changeSecondFactor, holdSecondFactor } from './second-factor-store.ts'
import { proves, wrongCode } from './show-code.ts'
import { strengthenAccess } from './store.ts'

/** The sign-in through which it happens has shown the second factor with that. */
export const confirmSecondFactor = (vault: Vault<Entry>) =>
  operation({
    name: 'confirm-second-factor',
    summary: 'Finish setting up a second factor with a first code of it; gives recovery codes, once.',
    effect: 'write',
    beforeProof: true,
    attended: true,
    http: { method: 'POST', path: '/second-factor/confirmation' },
    input: z.strictObject({ code: codeText() }),
    output: z.object({ recoveryCodes: z.array(z.string()) }),
    allows: personsOnly,
    async run({ code }, { actor, db, now, record }) {
      const { id, access } = asPerson(actor)
      const writing = { db, now, record }
      const factor = await holdSecondFactor(db, id)
      if (!factor || factor.confirmedAt !== null)
        throw refuse('conflict', 'nothing-begun', 'No second factor is being set up.', 'Begin with setting one up.')
      await expectShown(writing, id, 'code', () => proves(vault, writing, factor, code), wrongCode)
      const recoveryCodes = newRecoveryCodes()
      const row = await changeSecondFactor(db, id, { recoveryCodes: recoveryCodes.map(hashRecoveryCode), confirmedAt: now })
      record(
        secondFactorChanged({
          subject: secondFactors.subject(row),
          data: { because: 'confirmed', left: recoveryCodes.length },
          personal: {},
        }),
      )
      const stronger = await strengthenAccess(db, access)
      record(accessStrengthened({ subject: accesses.subject(stronger), data: { person: id }, personal: {} }))
      return { recoveryCodes }
    },
  })
