import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { charterDigest, versionSummary } from './contract.ts'
import { charterWithdrawn } from './entries.ts'
import { charterVersions } from './governed.ts'
import { mayWithdraw, noSuchVersion } from './permissions.ts'
import { summaryOf } from './present.ts'
import { lockVersion, withdraw } from './store.ts'

export const withdrawCharterProposal = operation({
  name: 'withdraw-charter-proposal',
  summary: 'Take a proposed charter back; the same documents can be proposed again.',
  effect: 'write',
  http: { method: 'POST', path: '/charter/proposals/{digest}/withdrawal' },
  input: z.strictObject({ digest: charterDigest(), version: version() }),
  output: versionSummary,
  target: ({ digest }, { db }) => lockVersion(db, digest),
  allows: mayWithdraw,
  async run(_, { db, now, record }, proposal) {
    if (!proposal) throw noSuchVersion()
    if (proposal.state !== 'proposed')
      throw refuse(
        'conflict',
        'not-open',
        'This charter is no proposal any more: it was adopted.',
        'Propose the charter that should take its place.',
        'digest',
      )
    const row = await withdraw(db, proposal.id, now)
    record(
      charterWithdrawn({
        subject: charterVersions.subject(row),
        data: { label: row.label, digest: row.digest, proposedBy: row.proposedBy },
        personal: {},
      }),
    )
    return summaryOf(row, await namesOf(db, [row.proposedBy]))
  },
})
