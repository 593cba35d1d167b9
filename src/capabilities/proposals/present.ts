import type { z } from 'zod'
import type { Person } from '#src/kernel/actor.ts'
import type { proposalView } from './contract.ts'
import type { Kind } from './kind.ts'
import type { ProposalRow, Standing } from './store.ts'

type Shown = Omit<ProposalRow, 'content' | 'sealSalt'>

/** Nobody decides a proposal once its time is over, whether or not its row was put away since. */
export const isPast = ({ expiresAt }: Pick<ProposalRow, 'expiresAt'>, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, expiresAt) >= 0

/** Everybody who has to do with these proposals. */
export const peopleOf = (rows: readonly Shown[]): string[] =>
  rows.flatMap(({ proposedBy, decidedBy }) => (decidedBy === null ? [proposedBy] : [proposedBy, decidedBy]))

export const presentProposal = (
  row: Shown,
  { called, decidedBy }: Pick<Kind, 'called' | 'decidedBy'>,
  people: ReadonlyMap<string, Pick<Standing | Person, 'name'>>,
  now: Temporal.Instant,
): z.input<typeof proposalView> => {
  const person = (id: string) => ({ id, name: people.get(id)?.name ?? 'Former colleague' })
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    called,
    subject: row.subject,
    digest: row.digest,
    note: row.note,
    state: row.state === 'open' && isPast(row, now) ? 'expired' : row.state,
    proposed: { by: person(row.proposedBy), at: row.proposedAt.toString() },
    expiresAt: row.expiresAt.toString(),
    decided:
      row.decidedAt === null
        ? null
        : { by: row.decidedBy === null ? null : person(row.decidedBy), at: row.decidedAt.toString(), note: row.decisionNote },
    decidedBy,
  }
}
