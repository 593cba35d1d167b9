import { z } from 'zod'
import type { Charter } from '#src/engines/charter/index.ts'
import { newId } from '#src/kernel/ids.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { requestId } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import type { Db } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import type { Charters } from './charters.ts'
import { charterDigest, documents, proposalNote, versionSummary } from './contract.ts'
import { readCharter, type Shipped } from './documents.ts'
import { charterProposed } from './entries.ts'
import { charterVersions } from './governed.ts'
import { mayPropose } from './permissions.ts'
import { summaryOf } from './present.ts'
import {
  insertProposal,
  isShippedKept,
  keepShipped,
  lockProposals,
  openProposal,
  versionByDigest,
  versionByLabel,
  versionInForce,
} from './store.ts'

export const proposeCharter = ({ shipped }: Charters) =>
  operation({
    name: 'propose-charter',
    summary: 'Propose another charter; it counts once a second person has adopted it.',
    effect: 'write',
    once: true,
    http: { method: 'POST', path: '/charter/proposals', maxBytes: 4 * 1024 * 1024 },
    input: z.strictObject({
      documents: documents().optional(),
      note: proposalNote(),
      basedOn: charterDigest()
        .optional()
        .describe('The digest of the shipped charter that these documents took in; left out, the one that the charter in force came from.'),
      requestId: requestId(),
    }),
    output: versionSummary,
    allows: mayPropose,
    async run({ documents: given, note, basedOn }, { actor, db, now, record }) {
      const person = asPerson(actor)
      const written = given ?? shipped.documents
      const charter = given === undefined ? shipped.charter : readCharter(given)
      await lockProposals(db)
      await expectRoom(db, charter, shipped)
      const base = charter.digest === shipped.charter.digest ? charter.digest : await baseOf(db, basedOn, shipped)
      await keepShipped(db, { digest: shipped.charter.digest, label: shipped.charter.version, documents: shipped.documents }, now)
      const { version: label, digest } = charter
      const row = await insertProposal(
        db,
        { id: newId(), label, digest, documents: written, basedOn: base, note, proposedBy: person.id },
        now,
      )
      record(charterProposed({ subject: charterVersions.subject(row), data: { label, digest, basedOn: base }, personal: { note } }))
      return summaryOf(row, new Map([[person.id, person.name]]))
    },
  })

/** @throws Refusal where another proposal is open, or the documents or their label are another version's. */
const expectRoom = async (db: Db, { digest, version }: Charter, shipped: Shipped): Promise<void> => {
  const same = await versionByDigest(db, digest)
  if (same && same.state !== 'withdrawn') {
    const was = {
      proposed: 'proposed already, and waits to be adopted',
      'in-force': 'in force already',
      superseded: 'in force once, and was superseded',
    }[same.state]
    const remedy =
      same.state === 'superseded'
        ? 'To go back to it, propose it with a new version in charter.yaml.'
        : same.state === 'proposed'
          ? 'Adopt or withdraw that proposal.'
          : 'Change what should be different, and the version in charter.yaml.'
    throw refuse('conflict', 'charter-known', `This very charter is ${was}.`, remedy, 'documents')
  }
  if (await openProposal(db))
    throw refuse(
      'conflict',
      'proposal-open',
      'Another proposal is still open, and only one can be looked at at a time.',
      'Adopt or withdraw it first.',
    )
  const taken =
    (await versionByLabel(db, version)) !== undefined || (version === shipped.charter.version && digest !== shipped.charter.digest)
  if (taken)
    throw refuse(
      'conflict',
      'label-taken',
      `Another charter is already called ${version}, and decisions name their charter by it.`,
      `Write a new version into charter.yaml, for example ${version}-a.`,
      'documents.charter.yaml',
    )
}

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
