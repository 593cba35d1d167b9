import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import type { Entry } from '#src/ledger/index.ts'
import { placeIn } from '#src/vault/index.ts'
import type { Vault } from '#src/vault/index.ts'
import { operation } from '../operation.ts'
import { installationRow } from '../people/index.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { accountById } from './account-store.ts'
import { secondFactorChanged, secondFactorRemoved } from './entries.ts'
import { secondFactors } from './governed.ts'
import { addressOf, newSeed } from './one-time-code.ts'
import { deleteSecondFactor, holdSecondFactor, insertSecondFactor, seedColumn } from './second-factor-store.ts'

/** Counts for nothing until a first code has shown that the seed arrived. */
export const beginSecondFactor = (vault: Vault<Entry>) =>
  operation({
    name: 'begin-second-factor',
    summary: 'Begin to set up a second factor: gives the seed for an authenticator, once.',
    effect: 'write',
    beforeProof: true,
    attended: true,
    http: { method: 'POST', path: '/second-factor' },
    input: z.strictObject({}),
    output: z.object({
      secret: z.string().describe('The seed in Base32, for typing in.'),
      uri: z.string().describe('The same as an otpauth address, for a picture.'),
    }),
    allows: personsOnly,
    async run(_, { actor, db, now, record }) {
      const { id } = asPerson(actor)
      const account = await accountById(db, id)
      if (!account?.hash)
        throw refuse(
          'conflict',
          'no-password',
          'This account has no password, so there is no first factor.',
          'Ask an administrator for an invitation.',
        )
      const before = await holdSecondFactor(db, id)
      if (before?.confirmedAt)
        throw refuse('conflict', 'factor-set-up', 'A second factor is set up already.', 'Remove it first, with a code of it.')
      if (before) {
        await deleteSecondFactor(db, id)
        record(secondFactorRemoved({ subject: secondFactors.ended(before), data: { because: 'begun-anew' }, personal: {} }))
      }
      const secret = newSeed()
      const row = await insertSecondFactor(db, id, await vault.seal({ db, now, record }, placeIn(seedColumn, id), secret))
      record(secondFactorChanged({ subject: secondFactors.subject(row), data: { because: 'begun', left: 0 }, personal: {} }))
      return { secret, uri: addressOf(secret, account.email ?? account.name, (await installationRow(db))?.company ?? 'Guildhall') }
    },
  })
