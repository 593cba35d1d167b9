import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import type { Db } from '../operation.ts'
import { proposing } from '../proposals/index.ts'
import type { AdoptCharter } from './adopt-charter.ts'
import type { Charters } from './charters.ts'
import { charterDigest, documents } from './contract.ts'
import type { Shipped } from './documents.ts'
import { readCharter } from './documents.ts'
import { charterProposed } from './entries.ts'
import { charterVersions } from './governed.ts'
import { insertProposed, isShippedKept, keepShipped, versionInForce } from './store.ts'

/** The documents are too large for a proposal's content: they are stored beside it, and the content names their digest. */
export const proposeCharter = ({ shipped }: Charters, adoptCharter: AdoptCharter) =>
  proposing(adoptCharter, {
    name: 'propose-charter',
    summary: 'Propose another charter; it counts once a second person has adopted it.',
    path: '/proposals/charters',
    maxBytes: 4 * 1024 * 1024,
    input: z.strictObject({
      documents: documents().optional(),
      basedOn: charterDigest()
        .optional()
        .describe('The digest of the shipped charter that these documents took in; left out, the one that the charter in force came from.'),
    }),
    async content({ documents: given, basedOn }, { db }) {
      const { digest, version: label } = given === undefined ? shipped.charter : readCharter(given)
      return { digest, label, basedOn: digest === shipped.charter.digest ? digest : await baseOf(db, basedOn, shipped) }
    },
    async alongside({ id, content, note }, { documents: given }, { db, now, record, person }) {
      const { charter, documents: ours } = shipped
      await keepShipped(db, { digest: charter.digest, label: charter.version, documents: ours }, now)
      const row = await insertProposed(db, { id, ...content, documents: given ?? ours, note, proposedBy: person.id }, now)
      record(charterProposed({ subject: charterVersions.subject(row), data: content, personal: { note } }))
    },
  })

/** @throws Refusal `no-such-base` for a shipped charter that was never kept here. */
const baseOf = async (db: Db, given: string | undefined, { charter }: Shipped): Promise<string> => {
  const base = given ?? (await versionInForce(db))?.basedOn ?? charter.digest
  if (base === charter.digest || (await isShippedKept(db, base))) return base
  throw refuse(
    'invalid',
    'no-such-base',
    'No charter with this digest was ever shipped to this installation.',
    'Leave the field out, or give the digest of the shipped charter as the list of versions shows it.',
    'basedOn',
  )
}
