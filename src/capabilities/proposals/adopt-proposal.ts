import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { id, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { proposalDigest, proposalView } from './contract.ts'
import { proposalAdopted } from './entries.ts'
import { proposals } from './governed.ts'
import { holdJudged } from './judged.ts'
import type { Kind } from './kind.ts'
import { digestOf } from './kind.ts'
import { aboutProposal, proposalDecided } from './messages.ts'
import { expectOpen } from './open.ts'
import { mayAdopt, noSuchProposal } from './permissions.ts'
import { presentProposal } from './present.ts'
import { decide } from './store.ts'

/**
 * The second person. What is done is what was shown: the version says which state of it was read, the digest which
 * content, and both are checked against the row itself.
 */
export const adoptProposal = (kinds: readonly Kind[]) =>
  operation({
    name: 'adopt-proposal',
    summary: 'As a second person, have done what was proposed.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/proposals/{proposal}/adoption' },
    input: z.strictObject({ proposal: id(), digest: proposalDigest(), version: version() }),
    output: proposalView,
    target: async ({ proposal }, { db, actor }) => holdJudged(db, kinds, proposal, await actor),
    allows: mayAdopt,
    async run({ digest }, { actor, db, now, record, send }, judged) {
      if (!judged) throw noSuchProposal()
      const { row, kind, people } = judged
      expectOpen(row, now)
      if (digest !== row.digest || row.digest !== digestOf(row.kind, row.subject, row.content))
        throw refuse(
          'stale',
          'other-content',
          'What you looked at is not what stands here.',
          'Read the proposal again before you adopt it.',
          'digest',
        )
      await kind.lock(row.content, db)
      await kind.check(row.content, { db, now })
      const { id: by, human, name } = asPerson(actor)
      const adopted = await decide(db, row.id, { state: 'adopted', by, human, note: null }, now)
      const { proposedBy } = row
      record(
        proposalAdopted({
          subject: proposals.subject(adopted),
          data: { kind: row.kind, about: row.subject, digest, proposedBy, adoptedBy: by },
          personal: {},
        }),
      )
      await kind.effect(row.content, { db, now, record, send, proposal: { id: row.id, note: row.note, proposedBy, adoptedBy: by } })
      send(
        proposalDecided.adopted({
          to: proposedBy,
          because: 'proposer',
          about: aboutProposal(adopted, kind),
          of: adopted,
          facts: { by: name },
        }),
      )
      return presentProposal(adopted, kind, new Map<string, { name: string }>([...people, [by, { name }]]), now)
    },
  })
