import { z } from 'zod'
import { id, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { proposalView } from './contract.ts'
import { proposalWithdrawn } from './entries.ts'
import { proposals } from './governed.ts'
import { holdJudged } from './judged.ts'
import type { Kind } from './kind.ts'
import { expectOpen } from './open.ts'
import { mayWithdraw, noSuchProposal } from './permissions.ts'
import { presentProposal } from './present.ts'
import { decide } from './store.ts'

export const withdrawProposal = (kinds: readonly Kind[]) =>
  operation({
    name: 'withdraw-proposal',
    summary: 'Take back what one proposed oneself.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/proposals/{proposal}/withdrawal' },
    input: z.strictObject({ proposal: id(), version: version() }),
    output: proposalView,
    target: async ({ proposal }, { db, actor }) => holdJudged(db, kinds, proposal, await actor),
    allows: mayWithdraw,
    async run(_, { actor, db, now, record }, judged) {
      if (!judged) throw noSuchProposal()
      const { row, kind, people } = judged
      expectOpen(row, now)
      const { id: by, human, name } = asPerson(actor)
      const withdrawn = await decide(db, row.id, { state: 'withdrawn', by, human, note: null }, now)
      const { proposedBy, digest } = row
      record(
        proposalWithdrawn({
          subject: proposals.subject(withdrawn),
          data: { kind: row.kind, about: row.subject, digest, proposedBy, withdrawnBy: by },
          personal: {},
        }),
      )
      await kind.dropped(row.content, { db, now, record })
      return presentProposal(withdrawn, kind, new Map<string, { name: string }>([...people, [by, { name }]]), now)
    },
  })
