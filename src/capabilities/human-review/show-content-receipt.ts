import { z } from 'zod'
import type { Receipt } from '#src/engines/receipt/index.ts'
import { receiptText, signedReceipt } from '#src/engines/receipt/index.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { id } from '#src/kernel/text.ts'
import type { Signed } from '#src/ledger/index.ts'
import { historyOf } from '#src/ledger/index.ts'
import { operation } from '../operation.ts'
import type { Db } from '../operation.ts'
import { declarationById, keyOf } from '../registry/index.ts'
import { isTest } from './content-review.ts'
import type { Held } from './held.ts'
import { seenContent } from './held.ts'
import { noSuchContent, seesContent } from './permissions.ts'

/** Signs a text with the ledger's key. */
export type Sign = (textFor: (ledger: string) => string) => Promise<Signed>

export const showContentReceipt = (sign: Sign) =>
  operation({
    name: 'show-content-receipt',
    summary: 'Who saw what of which solution before it left: signed, and verifiable offline by anybody.',
    effect: 'read',
    http: { method: 'GET', path: '/content-reviews/{id}/receipt' },
    input: z.strictObject({ id: id() }),
    output: signedReceipt,
    target: ({ id }, { db }) => seenContent(db, id),
    allows: seesContent,
    async run(_, { db }, held) {
      if (!held) throw noSuchContent()
      const facts = await factsOf(db, held)
      const { ledger, key, signature } = await sign(installation => receiptText({ ...facts, installation }))
      return { receipt: { ...facts, installation: ledger }, key, signature }
    },
  })

/** @throws Refusal `content-undecided`; `receipt-not-ready` for the second in which the verdict's entry has no place yet. */
const factsOf = async (db: Db, { review, solution }: Held): Promise<Omit<Receipt, 'installation'>> => {
  const { state, decidedBy, decidedAt, declarationId } = review
  if (state === 'open' || decidedBy === null || decidedAt === null)
    throw refuse('conflict', 'content-undecided', 'Nobody decided about this content.', 'There is a receipt once somebody has.', 'id')
  const entry = (await historyOf(db, { kind: 'content-review', id: review.id }, 10)).find(({ type }) => type === `content-${state}`)
  if (!entry || entry.leafIndex === null)
    throw refuse('unavailable', 'receipt-not-ready', 'The ledger is just taking this verdict in.', 'Ask again in a second.', 'id')
  const declaration = declarationId === null ? undefined : await declarationById(db, declarationId)
  return {
    format: 'guildhall content receipt v1',
    review: review.id,
    solution: { key: keyOf(solution.number), version: declaration?.number ?? null, digest: declaration?.materialDigest ?? null },
    test: isTest(review),
    verdict: state,
    submittedDigest: review.digest,
    approvedDigest: review.approvedDigest,
    reviewer: { id: decidedBy, name: await nameIn(db, entry.id), attended: review.attended === true },
    submittedAt: review.submittedAt.toString(),
    openedAt: review.opened[decidedBy] ?? null,
    decidedAt: decidedAt.toString(),
    ledgerEntry: entry.leafIndex,
  }
}

/** As the verdict's entry keeps it, until it is erased there. */
const nameIn = async (db: Db, entry: number): Promise<string | null> => {
  const kept = await db
    .selectFrom('ledgerPersonal')
    .select('value')
    .where('entryId', '=', entry)
    .where('field', '=', 'name')
    .executeTakeFirst()
  return kept === undefined ? null : z.string().parse(JSON.parse(kept.value))
}
