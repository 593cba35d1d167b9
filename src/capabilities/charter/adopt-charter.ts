import { z } from 'zod'
import type { Db } from '../operation.ts'
import { proposalKind } from '../proposals/index.ts'
import type { Adopting, Dropping } from '../proposals/index.ts'
import type { Charters } from './charters.ts'
import { charterChange, charterDigest, impactView } from './contract.ts'
import { charterAdopted, charterSuperseded, charterWithdrawn } from './entries.ts'
import { charterVersions } from './governed.ts'
import type { SolutionsAfter } from './impact.ts'
import { walkRegistry } from './impact.ts'
import { changeBetween, judgedBy } from './preview.ts'
import { whyNoRoom } from './room.ts'
import { adopt, supersede, versionByDigest, versionInForce, withdraw } from './store.ts'

const content = z.strictObject({ digest: charterDigest(), label: z.string(), basedOn: z.string() })
type Content = z.output<typeof content>

const details = charterChange.extend({ impact: impactView }).meta({ id: 'CharterProposal' })

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
      const two = { before: await charters.adopted(db), after: await charters.byDigest(db, digest) }
      const judged = await judgedBy(charters, db, two)
      const impact = await walkRegistry(db, solutionsAfter, { ...judged, now, language, from, limit })
      return {
        words: [
          `The charter ${label} takes the place of ${two.before.version}, for everything that is decided from then on.`,
          ...(impact.totals === null
            ? []
            : [`Of ${impact.totals.compared} solutions, ${impact.totals.changed} are judged differently under it.`]),
        ],
        details: { ...changeBetween(two, now, language), impact },
      }
    },
    effect: putInForce,
    dropped: putAway,
  })

export type AdoptCharter = ReturnType<typeof adoptCharterKind>

/** @throws Refusal where there is no room for it, or it can't be read any more as it was proposed. */
const expectRoom = async (db: Db, content: Content, charters: Charters): Promise<void> => {
  const no = await whyNoRoom(db, content, charters.shipped)
  if (no) throw no
  // Another release may have proposed it, or the tool list may have grown: what can't be decided by must not come into force.
  if ((await versionByDigest(db, content.digest))?.state === 'proposed')
    await charters.underTools(db, await charters.byDigest(db, content.digest))
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
