import { refuse } from '#src/kernel/refusal.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import type { Entry } from '#src/ledger/index.ts'
import { placeIn } from '#src/vault/index.ts'
import type { Vault } from '#src/vault/index.ts'
import { secondFactorChanged } from './entries.ts'
import { secondFactors } from './governed.ts'
import { stepOf } from './one-time-code.ts'
import { hashRecoveryCode, isRecoveryCode } from './recovery-codes.ts'
import type { SecondFactorRow } from './second-factor-store.ts'
import { changeSecondFactor, keepStep, seedColumn } from './second-factor-store.ts'
import type { Writing } from './writing.ts'

/**
 * Whether a code proves the second factor: one of the authenticator that was not used yet, or a recovery code, which is
 * gone with that. The caller holds the row.
 */
export const proves = async (
  vault: Vault<Entry>,
  { db, now, record }: Writing,
  factor: SecondFactorRow,
  code: string,
): Promise<boolean> => {
  if (isRecoveryCode(code)) {
    const hashed = hashRecoveryCode(code)
    if (factor.confirmedAt === null || !factor.recoveryCodes.includes(hashed)) return false
    const recoveryCodes = factor.recoveryCodes.filter(each => each !== hashed)
    const row = await changeSecondFactor(db, factor.id, { recoveryCodes, confirmedAt: factor.confirmedAt })
    record(
      secondFactorChanged({
        subject: secondFactors.subject(row),
        data: { because: 'recovery-code-used', left: recoveryCodes.length },
        personal: {},
      }),
    )
    return true
  }
  const seed = (await vault.open(db, placeIn(seedColumn, factor.id), factor.sealedSecret)).toString()
  const step = stepOf(seed, code.replaceAll(/\s/g, ''), { last: factor.lastStep, now })
  if (step === null) return false
  await keepStep(db, factor.id, step)
  return true
}

export const wrongCode = (): Refusal =>
  refuse(
    'unauthenticated',
    'wrong-code',
    'This code is not, or no longer, good.',
    'Type the code that your authenticator shows now; each is good once. Or use one of your recovery codes.',
    'code',
  )
