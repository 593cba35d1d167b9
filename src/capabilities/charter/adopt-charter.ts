import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { asPerson } from '../permissions.ts'
import type { Charters } from './charters.ts'
import { charterDigest, versionSummary } from './contract.ts'
import { charterAdopted, charterSuperseded } from './entries.ts'
import { charterVersions } from './governed.ts'
import { mayAdopt, noSuchVersion } from './permissions.ts'
import { summaryOf } from './present.ts'
import { adopt, lockVersion, supersede, versionInForce } from './store.ts'

/** The digest says which charter was looked at: what is adopted is what was shown, to the letter. */
export const adoptCharter = (charters: Charters) =>
  operation({
    name: 'adopt-charter',
    summary: 'Adopt the proposed charter as a second person; it is in force from then on.',
    effect: 'write',
    http: { method: 'POST', path: '/charter/proposals/{digest}/adoption' },
    input: z.strictObject({ digest: charterDigest(), version: version() }),
    output: versionSummary,
    target: ({ digest }, { db }) => lockVersion(db, digest),
    allows: mayAdopt,
    async run(_, { actor, db, now, record }, proposal) {
      if (!proposal) throw noSuchVersion()
      if (proposal.state !== 'proposed')
        throw refuse(
          'conflict',
          'not-open',
          'This charter is no proposal any more: it was adopted already.',
          'There is nothing to do; the list of versions shows what is in force.',
          'digest',
        )
      // Another release may have proposed it: what this one can't read must not come into force.
      await charters.byDigest(db, proposal.digest)
      const { id: by } = asPerson(actor)
      const before = await versionInForce(db)
      if (before) {
        const ended = await supersede(db, before.id, now)
        record(
          charterSuperseded({
            subject: charterVersions.subject(ended),
            data: { label: ended.label, digest: ended.digest, by: proposal.digest },
            personal: {},
          }),
        )
      }
      const row = await adopt(db, proposal.id, by, now)
      record(
        charterAdopted({
          subject: charterVersions.subject(row),
          data: { label: row.label, digest: row.digest, proposedBy: row.proposedBy, replaces: before?.digest ?? null },
          personal: {},
        }),
      )
      return summaryOf(row, await namesOf(db, [row.proposedBy, by]))
    },
  })
