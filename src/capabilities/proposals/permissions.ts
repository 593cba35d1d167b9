import type { Actor } from '#src/kernel/actor.ts'
import { isHuman } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly, signedIn } from '../permissions.ts'
import type { Judged } from './judged.ts'
import { readsKind } from './judged.ts'
import { refusalFor, whyNotSecond } from './second-person.ts'
import { anyOf } from './words.ts'

/** Whether somebody proposed it: as the human being that they were then, or that the proposer’s account belongs to now. */
const proposedIt = (actor: Actor, { row, people }: Judged): boolean =>
  isHuman(actor, row.proposedByHuman) || isHuman(actor, people.get(row.proposedBy)?.human ?? row.proposedByHuman)

/** Whoever proposes, decides or audits that kind of change, and whoever proposed this one. */
export const readsProposal = (actor: Actor, asked: Judged | undefined): Refusal | null =>
  signedIn(actor) ?? (asked && (readsKind(actor, asked.kind) || proposedIt(actor, asked)) ? null : noSuchProposal())

export const mayAdopt = (actor: Actor, asked: Judged | undefined): Refusal | null =>
  personsOnly(actor) ?? readsProposal(actor, asked) ?? (asked?.candidacy ? refusalFor(whyNotSecond(asked.candidacy)) : noSuchProposal())

/** Saying no takes less than saying yes: the role, and being somebody else than the proposer, who withdraws instead. */
export const mayDecline = (actor: Actor, asked: Judged | undefined): Refusal | null => {
  const unseen = personsOnly(actor) ?? readsProposal(actor, asked)
  if (unseen || !asked?.candidacy) return unseen ?? noSuchProposal()
  const { candidate, kind } = asked.candidacy
  if (proposedIt(actor, asked)) return refuse('forbidden', 'own-proposal', 'You proposed it yourself.', 'Withdraw it instead.')
  return kind.decidedBy.some(role => candidate.roles.includes(role))
    ? null
    : refuse(
        'forbidden',
        'deciders-only',
        `Declining ${kind.called} is for ${anyOf(kind.decidedBy)}.`,
        'Tell one of them why it should not be.',
      )
}

export const mayWithdraw = (actor: Actor, asked: Judged | undefined): Refusal | null =>
  personsOnly(actor) ??
  readsProposal(actor, asked) ??
  (asked && proposedIt(actor, asked)
    ? null
    : refuse('forbidden', 'not-yours', 'Only whoever proposed it withdraws it.', 'Decline it instead, if that is yours to do.'))

export const noSuchProposal = (): Refusal =>
  refuse(
    'not-found',
    'no-such-proposal',
    'There is no such proposal that you may see.',
    'Take its id from the list of proposals.',
    'proposal',
  )
