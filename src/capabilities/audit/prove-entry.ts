import { z } from 'zod'
import { hasRole } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { proveEntry as proofOf } from '#src/ledger/index.ts'
import { operation } from '../operation.ts'
import type { Db } from '../operation.ts'
import { signedIn } from '../permissions.ts'
import { maySeeById } from '../registry/index.ts'
import { proofView } from './contract.ts'
import { entryRow } from './list-store.ts'
import { presentEntry } from './present.ts'

const unknownEntry = (): Refusal =>
  refuse(
    'not-found',
    'no-such-entry',
    'There is no such ledger entry that you may see.',
    'Take the number from a solution’s history.',
    'entry',
  )

/** An entry with whom it concerns: auditors see all, others what is about a solution that they may see. */
const entryById = async (db: Db, id: number) => {
  const entry = await entryRow(db, id)
  return entry && { ...entry, solution: entry.subjectKind === 'solution' ? await maySeeById(db, entry.subjectId) : undefined }
}

export const proveEntry = operation({
  name: 'prove-entry',
  summary: 'One ledger entry with the proof that it is in the ledger, to be verified by anyone, offline.',
  effect: 'read',
  http: { method: 'GET', path: '/ledger/entries/{entry}/proof' },
  input: z.strictObject({
    entry: z.coerce.number('Give the entry’s number.').int().min(1).describe('The entry’s number, as a history shows it.'),
  }),
  output: proofView,
  target: ({ entry }, { db }) => entryById(db, entry),
  allows(actor, entry) {
    const unsigned = signedIn(actor)
    if (unsigned) return unsigned
    if (!entry) return unknownEntry()
    return hasRole(actor, 'auditor') || entry.solution?.(actor) ? null : unknownEntry()
  },
  async run(_, { db }, entry) {
    if (!entry) throw unknownEntry()
    return { ...(await presentEntry(db, entry)), body: entry.body, proof: await proofOf(db, entry.id) }
  },
})
