import type { Actor, Role } from '#src/kernel/actor.ts'
import { roles } from '#src/kernel/actor.ts'
import type { Db } from '../operation.ts'
import type { Kind } from './kind.ts'
import type { Candidacy } from './second-person.ts'
import type { ProposalRow, Standing } from './store.ts'
import { adoptedSince, lockProposal, lockStandings, proposalById, standingsOf } from './store.ts'

/** A proposal with all that decides who may do what with it. */
export interface Judged {
  version: number
  row: ProposalRow
  kind: Kind
  /** Null where whoever asks is no person. */
  candidacy: Candidacy | null
  people: ReadonlyMap<string, Standing>
}

/** Looks without locks, for reading. */
export const judge = async (db: Db, kinds: readonly Kind[], id: string, actor: Actor): Promise<Judged | undefined> =>
  judged(db, kinds, await proposalById(db, id), actor, standingsOf)

/** The same, held until the transaction ends: neither the proposal nor anybody's standing changes meanwhile. */
export const holdJudged = async (db: Db, kinds: readonly Kind[], id: string, actor: Actor): Promise<Judged | undefined> =>
  judged(db, kinds, await lockProposal(db, id), actor, lockStandings)

const judged = async (
  db: Db,
  kinds: readonly Kind[],
  row: ProposalRow | undefined,
  actor: Actor,
  standings: typeof standingsOf,
): Promise<Judged | undefined> => {
  const kind = kinds.find(each => each.kind === row?.kind)
  if (!row || !kind) return undefined
  const gains = kind.favours(row.content)
  const since = actor.kind === 'person' ? await gainsSince(db, kinds, row.proposedAt) : []
  const asking = actor.kind === 'person' ? [actor.id] : []
  const ids = [
    row.proposedBy,
    ...(row.decidedBy === null ? [] : [row.decidedBy]),
    ...asking,
    ...[...gains, ...since].map(({ person }) => person),
  ]
  const people = await standings(db, ids)
  const candidate = actor.kind === 'person' ? people.get(actor.id) : undefined
  const humanOf = (person: string) => people.get(person)?.human
  return {
    version: row.version,
    row,
    kind,
    people,
    candidacy: candidate
      ? {
          kind,
          proposal: row,
          proposer: people.get(row.proposedBy),
          candidate,
          favoured: gains.flatMap(({ person }) => humanOf(person) ?? []),
          gained: since.flatMap(({ person, role }) => (role !== undefined && humanOf(person) === candidate.human ? [role] : [])),
        }
      : null,
  }
}

/** Who was given which role by proposals that were adopted since a moment. */
const gainsSince = async (db: Db, kinds: readonly Kind[], since: Temporal.Instant): Promise<{ person: string; role?: Role }[]> => {
  const adopted = await adoptedSince(
    db,
    since,
    kinds.filter(({ givesRoles }) => givesRoles).map(({ kind }) => kind),
  )
  return adopted.flatMap(row => [...(kinds.find(({ kind }) => kind === row.kind)?.favours(row.content) ?? [])])
}

/** Whether a person reads proposals of a kind because of a role. */
export const readsKind = (actor: Actor, { proposedBy, decidedBy, readBy }: Kind): boolean => {
  if (actor.kind === 'system') return true
  const readers: readonly Role[] = [...proposedBy, ...decidedBy, ...readBy]
  return actor.kind === 'person' && roles.some(role => readers.includes(role) && actor.roles.includes(role))
}
