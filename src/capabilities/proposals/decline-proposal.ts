import { z } from 'zod'
import { id, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { note, proposalView } from './contract.ts'
import { proposalDeclined } from './entries.ts'
import { proposals } from './governed.ts'
import { holdJudged } from './judged.ts'
import type { Kind } from './kind.ts'
import { aboutProposal, proposalDecided } from './messages.ts'
import { expectOpen } from './open.ts'
import { mayDecline, noSuchProposal } from './permissions.ts'
import { presentProposal } from './present.ts'
import { decide } from './store.ts'

export const declineProposal = (kinds: readonly Kind[]) =>
  operation({
    name: 'decline-proposal',
    summary: 'Say no to a proposal, and why.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/proposals/{proposal}/refusal' },
    input: z.strictObject({ proposal: id(), note: note('Why not, for whoever proposed it.'), version: version() }),
    output: proposalView,
    target: async ({ proposal }, { db, actor }) => holdJudged(db, kinds, proposal, await actor),
    allows: mayDecline,
    async run({ note }, { actor, db, now, record, send }, judged) {
      if (!judged) throw noSuchProposal()
      const { row, kind, people } = judged
      expectOpen(row, now)
      const { id: by, human, name } = asPerson(actor)
      const declined = await decide(db, row.id, { state: 'declined', by, human, note }, now)
      const { proposedBy, digest } = row
      record(
        proposalDeclined({
          subject: proposals.subject(declined),
          data: { kind: row.kind, about: row.subject, digest, proposedBy, declinedBy: by },
          personal: { note },
        }),
      )
      await kind.dropped(row.content, { db, now, record })
      send(
        proposalDecided.declined({
          to: proposedBy,
          because: 'proposer',
          about: aboutProposal(declined, kind),
          of: declined,
          facts: { by: name },
        }),
      )
      return presentProposal(declined, kind, new Map<string, { name: string }>([...people, [by, { name }]]), now)
    },
  })
