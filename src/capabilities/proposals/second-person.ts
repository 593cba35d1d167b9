import type { Role } from '#src/kernel/actor.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Blocker } from '#src/kernel/refusal.ts'
import type { Kind } from './kind.ts'
import type { Standing } from './store.ts'
import { anyOf } from './words.ts'

/** Everything that decides whether somebody may be the second person of a proposal. Values only: nothing is read here. */
export interface Candidacy {
  kind: Pick<Kind, 'called' | 'decidedBy'>
  /** When it was made, and by which human being. */
  proposal: { proposedAt: Temporal.Instant; proposedByHuman: string }
  /** Whoever proposed it, as they stand now: their accounts may have been joined with others since. */
  proposer: Pick<Standing, 'state' | 'human'> | undefined
  /** Whoever would adopt it, as they stand now: with the roles that they hold, and none of an emergency. */
  candidate: Pick<Standing, 'human' | 'state' | 'stateSince' | 'roles'>
  /** The human beings who gain by what is proposed. */
  favoured: readonly string[]
  /** Roles that were given to any account of the candidate's human being since the proposal was made. */
  gained: readonly Role[]
}

/**
 * The rule of the second person. Two people are two human beings, each of whom had their say before the other knew: the
 * second is not the first through another account, gains nothing, and holds the role to decide since before there was
 * something to decide.
 * @returns everything that stands in the way; empty where nothing does.
 */
export const whyNotSecond = ({ kind, proposal, proposer, candidate, favoured, gained }: Candidacy): Blocker[] => {
  const others = `Ask ${anyOf(kind.decidedBy)} who had nothing to do with it.`
  const deciding = kind.decidedBy.filter(role => candidate.roles.includes(role))
  const blockers: (Blocker | false)[] = [
    [proposal.proposedByHuman, proposer?.human].includes(candidate.human) && {
      reason: 'Nobody adopts what they proposed themselves, through another account of theirs neither.',
      remedy: others,
    },
    favoured.includes(candidate.human) && { reason: 'You would gain by it yourself.', remedy: others },
    candidate.state !== 'active' && { reason: 'Your account is not active.', remedy: others },
    deciding.length === 0 && { reason: `Adopting ${kind.called} is for ${anyOf(kind.decidedBy)}.`, remedy: others },
    deciding.length > 0 &&
      deciding.every(role => gained.includes(role)) && {
        reason: 'You were given the role that decides this only after it had been proposed.',
        remedy: `Ask ${anyOf(kind.decidedBy)} who held that role before, or have it proposed anew.`,
      },
    Temporal.Instant.compare(candidate.stateSince, proposal.proposedAt) > 0 && {
      reason: 'Your account was opened, or came back, only after it had been proposed.',
      remedy: others,
    },
    proposer?.state !== 'active' && {
      reason: 'Whoever proposed it is not here any more to answer for it.',
      remedy: 'Decline it, and have somebody else propose it anew.',
    },
  ]
  return blockers.filter(blocker => blocker !== false)
}

/** The rule as an answer. */
export const refusalFor = (blockers: readonly Blocker[]): Refusal | null =>
  blockers.length === 0 ? null : new Refusal('forbidden', 'no-second-person', 'It takes another person than you.', blockers)
