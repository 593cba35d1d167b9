import type { Actor } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import type { ConditionRow } from '../review/index.ts'
import type { DeclarationRow } from './declaration-store.ts'
import type { State, Step } from './lifecycle.ts'
import { isPossible } from './lifecycle.ts'
import { answersForIt, namesMakers, offersIt, recommendsIt, speaksForIt, stopsIt, takesBack } from './permissions.ts'
import type { SolutionRow } from './store.ts'
import { isOver } from './validity.ts'

export const acts = [
  'edit',
  'submit',
  'withdraw-submission',
  'go-live',
  'meet-conditions',
  'hand-over',
  'change-makers',
  'recertify',
  'start-sandbox',
  'request-waiver',
  'appeal',
  'confirm-receipt',
  'recommend',
  'stop',
  'resume',
  'retire',
  'undo-retirement',
] as const
/** What people do with a solution from its page: steps of its life, and what stands beside them. */
export type Act = (typeof acts)[number]

export interface Situation {
  state: State
  draft: Pick<DeclarationRow, 'state' | 'appealedAt'> | null
  running: boolean
  underReview: boolean
  conditionsOpen: boolean
  sandboxUntil: Temporal.Instant | null
  undoUntil: Temporal.Instant | null
}

interface Rule {
  /** The step of its life that it is, or that is possible wherever it is. */
  step: Step
  /** The same answer that the operation gives. */
  allows: (actor: Actor, solution: SolutionRow) => Refusal | null
  /** Whether there is something to act on, whoever asks. */
  matter?: (situation: Situation, now: Temporal.Instant) => boolean
}

const isIn = (draft: Situation['draft'], ...states: readonly string[]): boolean => draft !== null && states.includes(draft.state)

const rules: Readonly<Record<Act, Rule>> = {
  edit: { step: 'edit', allows: speaksForIt },
  submit: { step: 'submit', allows: speaksForIt, matter: ({ draft }) => isIn(draft, 'draft', 'changes-requested') },
  'withdraw-submission': {
    step: 'withdraw-submission',
    allows: speaksForIt,
    matter: ({ draft }) => isIn(draft, 'submitted', 'in-review'),
  },
  'go-live': { step: 'go-live', allows: speaksForIt, matter: ({ state, draft }) => state === 'approved' || isIn(draft, 'approved') },
  'meet-conditions': { step: 'edit', allows: speaksForIt, matter: ({ conditionsOpen }) => conditionsOpen },
  'hand-over': { step: 'hand-over', allows: offersIt },
  'change-makers': { step: 'hand-over', allows: namesMakers },
  recertify: { step: 'recertify', allows: answersForIt, matter: ({ running }) => running },
  'start-sandbox': {
    step: 'start-sandbox',
    allows: speaksForIt,
    matter: ({ sandboxUntil }, now) => sandboxUntil === null || isOver(sandboxUntil, now),
  },
  'request-waiver': { step: 'edit', allows: speaksForIt },
  appeal: {
    step: 'appeal',
    allows: speaksForIt,
    matter: ({ draft, underReview }) => isIn(draft, 'refused', 'referred') && draft?.appealedAt === null && !underReview,
  },
  'confirm-receipt': { step: 'edit', allows: recommendsIt, matter: ({ draft }) => isIn(draft, 'referred') },
  recommend: { step: 'edit', allows: recommendsIt, matter: ({ running }) => running },
  stop: { step: 'stop', allows: stopsIt },
  resume: { step: 'resume', allows: (actor, solution) => (hasRole(actor, 'it-security') ? null : recommendsIt(actor, solution)) },
  retire: { step: 'retire', allows: answersForIt },
  'undo-retirement': { step: 'undo-retirement', allows: takesBack, matter: ({ undoUntil }, now) => !isOver(undoUntil, now) },
}

/** What this actor may do with it now. */
export const actsOf = (actor: Actor, solution: SolutionRow, situation: Situation, now: Temporal.Instant): Act[] =>
  acts.filter(act => {
    const { step, allows, matter } = rules[act]
    return isPossible(step, situation.state) && (matter?.(situation, now) ?? true) && allows(actor, solution) === null
  })

interface Pressing {
  may: readonly Act[]
  draft: { state: string } | null
  standing: { expired: boolean; expiresInDays: number | null; conditionsLate: number; ownerGoneSince: string | null }
  /** Conditions for going live that nobody has accepted as met. */
  conditionsBefore: number
  /** How many days before its end an entry asks to be confirmed. */
  noticeDays: number
}

/** Whether going live waits for it: for its maker to meet it, or for whoever set it to accept that. */
export const holdsBack = ({ needed, state }: Pick<ConditionRow, 'needed' | 'state'>): boolean =>
  needed === 'before' && (state === 'open' || state === 'met')

/** The one act that is asked of this actor next; null where nothing is. */
export const nextAct = ({ may, draft, standing, conditionsBefore, noticeDays }: Pressing): Act | null => {
  const ends = standing.expired || (standing.expiresInDays !== null && standing.expiresInDays <= noticeDays)
  const asked: readonly (Act | false)[] = [
    'undo-retirement',
    ends && 'recertify',
    standing.conditionsLate > 0 && 'meet-conditions',
    standing.ownerGoneSince !== null && 'hand-over',
    draft?.state === 'changes-requested' && 'edit',
    'submit',
    conditionsBefore > 0 && 'meet-conditions',
    conditionsBefore === 0 && 'go-live',
    'appeal',
    'resume',
  ]
  return asked.find(act => act !== false && may.includes(act)) || null
}
