import { z } from 'zod'
import type { Governed } from '#src/ledger/index.ts'
import { verifySnapshot } from '#src/ledger/index.ts'
import { operation } from '../operation.ts'
import { stateReport } from './contract.ts'
import { auditors } from './permissions.ts'

/** What a verification trusts besides the database: the key, and checkpoints that were kept elsewhere. */
export interface Trust {
  vkey: string
  known: readonly string[]
}

export const verifyLedger = (governed: readonly Governed[], trust: () => Promise<Trust>) =>
  operation({
    name: 'verify-ledger',
    summary: 'Verify the whole ledger, and every governed row against its newest entry.',
    effect: 'read',
    http: { method: 'GET', path: '/ledger/verification' },
    input: z.strictObject({}),
    output: stateReport,
    allows: auditors,
    run: async (_, { db }) => verifySnapshot(db, governed, await trust()),
  })
