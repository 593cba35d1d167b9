import { z } from 'zod'
import { changeText, difference } from '#src/engines/charter/index.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Db } from '../operation.ts'
import { proposalKind } from '../proposals/index.ts'
import type { Adopting, Dropping } from '../proposals/index.ts'
import type { Charters } from './charters.ts'
import { charterDigest, comingRule, impactView } from './contract.ts'
import { charterAdopted, charterSuperseded, charterWithdrawn } from './entries.ts'
import { charterVersions } from './governed.ts'
import type { SolutionsAfter } from './impact.ts'
import { comingRules, walkRegistry } from './impact.ts'
import { adopt, supersede, versionByDigest, versionByLabel, versionInForce, withdraw } from './store.ts'

const content = z.strictObject({ digest: charterDigest(), label: z.string(), basedOn: z.string() })
type Content = z.output<typeof content>

const details = z
  .object({
    label: z.string(),
    digest: z.string(),
    replaces: z.object({ label: z.string(), digest: z.string() }).describe('The charter that it would take the place of.'),
    changes: z
      .array(z.object({ path: z.array(z.string()).readonly(), text: z.string() }))
      .describe('What differs from the charter in force.'),
    comingRules: z.array(comingRule).describe('Rules of the proposed charter that begin or end within 60 days.'),
    impact: impactView,
  })
  .meta({ id: 'CharterProposal' })

/** Another charter in force. Its digest is part of what is adopted: it is what was shown, to the letter. */
export const adoptCharterKind = (charters: Charters, solutionsAfter: SolutionsAfter) =>
  proposalKind({
    kind: 'adopt-charter',
    called: 'a new charter',
    content,
    details,
    proposedBy: ['program-lead'],
    decidedBy: ['program-lead', 'legal', 'it-security'],
    // The preview names solutions, so it is for those who see every solution.
    readBy: ['coe-reviewer', 'change-manager', 'auditor'],
    // One at a time: each is compared with what is in force.
    subject: () => 'charter',
    favours: () => [],
    check: (proposed, { db }) => expectRoom(db, proposed, charters),
    async preview({ digest, label }, { db, now, language, after: from, limit }) {
      const [before, after] = [await charters.adopted(db), await charters.byDigest(db, digest)]
      // Solutions are judged under the tool list that goes on under either charter; documents are compared as written.
      const judged = { before: await charters.underTools(db, before), after: await charters.underTools(db, after) }
      const impact = await walkRegistry(db, solutionsAfter, { ...judged, now, language, from, limit })
      return {
        words: [
          `The charter ${label} takes the place of ${before.version}, for everything that is decided from then on.`,
          ...(impact.totals === null
            ? []
            : [`Of ${impact.totals.compared} solutions, ${impact.totals.changed} are judged differently under it.`]),
        ],
        details: {
          label,
          digest,
          replaces: { label: before.version, digest: before.digest },
          changes: difference(before, after).map(change => ({ path: change.path, text: changeText(change, language) })),
          comingRules: comingRules(after, now, language),
          impact,
        },
      }
    },
    effect: putInForce,
    dropped: putAway,
  })

export type AdoptCharter = ReturnType<typeof adoptCharterKind>

/** @throws Refusal where the documents or their label are another version's, or can't be read any more as they were proposed. */
const expectRoom = async (db: Db, { digest, label }: Content, charters: Charters): Promise<void> => {
  const same = await versionByDigest(db, digest)
  if (same?.state === 'in-force' || same?.state === 'superseded')
    throw refuse(
      'conflict',
      'charter-known',
      `This very charter is in force ${same.state === 'in-force' ? 'already' : 'no more, but was once'}.`,
      same.state === 'in-force'
        ? 'Change what should be different, and the version in charter.yaml.'
        : 'To go back to it, propose it with a new version in charter.yaml.',
      'documents',
    )
  const { shipped } = charters
  const taken =
    ((await versionByLabel(db, label))?.digest ?? digest) !== digest ||
    (label === shipped.charter.version && digest !== shipped.charter.digest)
  if (taken)
    throw refuse(
      'conflict',
      'label-taken',
      `Another charter is already called ${label}, and decisions name their charter by it.`,
      `Write a new version into charter.yaml, for example ${label}-a.`,
      'documents.charter.yaml',
    )
  // Another release may have proposed it, or the tool list may have grown: what can't be decided by must not come into force.
  if (same?.state === 'proposed') await charters.underTools(db, await charters.byDigest(db, digest))
}

const putInForce = async ({ digest }: Content, { db, now, record, proposal }: Adopting): Promise<void> => {
  const before = await versionInForce(db)
  if (before) {
    const ended = await supersede(db, before.id, now)
    const { label, digest: was } = ended
    record(charterSuperseded({ subject: charterVersions.subject(ended), data: { label, digest: was, by: digest }, personal: {} }))
  }
  const row = await adopt(db, proposal.id, proposal.adoptedBy, now)
  record(
    charterAdopted({
      subject: charterVersions.subject(row),
      data: { label: row.label, digest: row.digest, proposedBy: row.proposedBy, replaces: before?.digest ?? null },
      personal: {},
    }),
  )
}

const putAway = async ({ digest }: Content, { db, now, record }: Dropping): Promise<void> => {
  const row = await withdraw(db, digest, now)
  const { label, proposedBy } = row
  record(charterWithdrawn({ subject: charterVersions.subject(row), data: { label, digest, proposedBy }, personal: {} }))
}
