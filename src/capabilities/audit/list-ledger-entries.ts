import { z } from 'zod'
import { operation } from '../operation.ts'
import { entryView } from './contract.ts'
import { pageOfEntries } from './list-store.ts'
import { auditors } from './permissions.ts'
import { presentEntries } from './present.ts'

/** Entries without what they say of people: that stands behind commitments, and the export discloses it. */
export const listLedgerEntries = operation({
  name: 'list-ledger-entries',
  summary: 'What happened, the newest first: who did what to what, and when.',
  effect: 'read',
  http: { method: 'GET', path: '/ledger/entries' },
  input: z.strictObject({
    kind: z.string().max(60).optional().describe('The kind of what it is about, for example solution.'),
    subject: z.string().max(200).optional().describe('The id of what it is about, or a key such as SOL-0042.'),
    type: z.string().max(60).optional().describe('What happened, for example solution-approved.'),
    actor: z.string().max(200).optional().describe('The id of whoever did it.'),
    from: z.iso.datetime({ offset: true }).optional(),
    to: z.iso.datetime({ offset: true }).optional().describe('Only what happened before this moment.'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    before: z.coerce.number().int().min(1).optional().describe('`next` of the page before.'),
  }),
  output: z.object({
    entries: z.array(entryView),
    next: z.int().nullable().describe('Pass it as `before` for the next page; null on the last one.'),
  }),
  allows: auditors,
  async run({ limit, before, from, to, ...asked }, { db }) {
    const moment = (iso: string | undefined) => (iso === undefined ? undefined : Temporal.Instant.from(iso))
    const found = await pageOfEntries(db, { ...asked, from: moment(from), to: moment(to) }, limit, before)
    const rows = found.slice(0, limit)
    return { entries: await presentEntries(db, rows), next: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
  },
})
