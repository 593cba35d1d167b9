import { refuse } from '#src/kernel/refusal.ts'

/** Where a solution stands in its life. */
export const states = [
  'draft',
  'submitted',
  'in-review',
  'changes-requested',
  'approved',
  'active',
  'suspended',
  'retired',
  'refused',
  'referred',
] as const
export type State = (typeof states)[number]

interface StateText {
  text: string
  /** What to do where a step is not possible in this state. */
  remedy: string
}

/** Each state in a sentence, and the way on from it. */
export const stateTexts: Readonly<Record<State, StateText>> = {
  draft: { text: 'Its maker still works on the entry.', remedy: 'Submit it when the answers are complete.' },
  submitted: { text: 'It waits for its review.', remedy: 'Wait for the review, or withdraw the submission.' },
  'in-review': { text: 'Somebody looks at it.', remedy: 'Wait for the review, or withdraw the submission.' },
  'changes-requested': { text: 'A review sent it back to its maker.', remedy: 'Change what was asked for and submit it again.' },
  approved: { text: 'It may go live.', remedy: 'Go live first.' },
  active: { text: 'It runs.', remedy: 'Change it beside the running version, stop it, or retire it.' },
  suspended: { text: 'It was stopped and must not run.', remedy: 'Two people resume it.' },
  retired: { text: 'It has come to its end; what it did stays on record.', remedy: 'Take the retirement back while that is possible.' },
  refused: { text: 'A rule or a review said no.', remedy: 'Change what it does, or appeal.' },
  referred: { text: 'The central team takes it from here.', remedy: 'Change what it does, or appeal.' },
}

type By = 'maker' | 'owner' | 'reviewers' | 'security' | 'two people' | 'the rules'

interface Transition {
  step: Step
  /** Null: from nothing. */
  from: readonly (State | null)[]
  /** Empty: the state stays as it is. */
  to: readonly State[]
  by: readonly By[]
  text: string
}

const underWay = ['draft', 'submitted', 'in-review', 'changes-requested'] as const
const ended = ['refused', 'referred'] as const
const mayRun = ['approved', 'active', 'suspended'] as const

/** What can happen to a solution. */
export type Step =
  | 'register'
  | 'edit'
  | 'submit'
  | 'withdraw-submission'
  | 'begin-review'
  | 'return'
  | 'reject'
  | 'approve'
  | 'rule-on-fact'
  | 'go-live'
  | 'hand-over'
  | 'recertify'
  | 'start-sandbox'
  | 'stop'
  | 'resume'
  | 'retire'
  | 'undo-retirement'
  | 'appeal'
  | 'uphold-appeal'

/**
 * The life of a solution: the one table. Operations ask it, refusals and docs/lifecycle.md are drawn from it. Where a newer
 * declaration is under way beside a version that runs, the steps of a review move that declaration and the solution stays.
 */
export const lifecycle: readonly Transition[] = [
  {
    step: 'register',
    from: [null],
    to: ['draft', 'refused', 'referred'],
    by: ['maker'],
    text: 'An idea becomes an entry. What the charter never allows is kept as refused, what belongs to the central team as referred, so that both can be appealed.',
  },
  {
    step: 'edit',
    from: [...underWay, ...mayRun, ...ended],
    to: ['draft', 'refused', 'referred'],
    by: ['maker', 'owner'],
    text: 'Wording is only noted. Whatever an approval covers makes a new declaration; a review of the old one ends with its sign-offs. An approved version stays as it is, beside the new one.',
  },
  {
    step: 'submit',
    from: ['draft', 'changes-requested', ...mayRun],
    to: ['submitted', 'approved'],
    by: ['maker', 'owner'],
    text: 'Tier 1 is approved at once under the standards; everything else goes into the lane that the charter prescribes.',
  },
  {
    step: 'withdraw-submission',
    from: ['submitted', 'in-review', ...mayRun],
    to: ['draft'],
    by: ['maker', 'owner'],
    text: 'The review ends without an outcome.',
  },
  { step: 'begin-review', from: ['submitted'], to: ['in-review'], by: ['reviewers'], text: 'Somebody takes it on.' },
  {
    step: 'return',
    from: ['submitted', 'in-review'],
    to: ['changes-requested'],
    by: ['reviewers'],
    text: 'Something is missing or has to change.',
  },
  { step: 'reject', from: ['submitted', 'in-review'], to: ['refused'], by: ['reviewers'], text: 'A review says no, with its reasons.' },
  {
    step: 'approve',
    from: ['submitted', 'in-review'],
    to: ['approved'],
    by: ['reviewers', 'the rules'],
    text: 'Every sign-off that its lane asks for was given to exactly this content.',
  },
  {
    step: 'rule-on-fact',
    from: ['submitted', 'in-review', ...mayRun, ...ended],
    to: ['submitted', 'refused', 'referred'],
    by: ['reviewers'],
    text: 'A reviewer settles a fact; the charter decides anew. A higher tier goes into the higher lane.',
  },
  {
    step: 'go-live',
    from: ['approved', 'active', 'suspended'],
    to: ['active'],
    by: ['maker', 'owner'],
    text: 'What was asked for before is done, its owner is here, the entry is valid and no stop covers it. An approved change takes the place of the version that runs.',
  },
  {
    step: 'hand-over',
    from: [...underWay, ...mayRun, ...ended],
    to: [],
    by: ['owner'],
    text: 'Somebody is asked to answer for it; they do so once they accept.',
  },
  {
    step: 'recertify',
    from: [...mayRun],
    to: [],
    by: ['owner'],
    text: 'Its owner confirms that the entry is still true, which extends it.',
  },
  {
    step: 'start-sandbox',
    from: [...underWay],
    to: [],
    by: ['maker', 'owner'],
    text: 'It may be built and tried with public and made-up data.',
  },
  {
    step: 'stop',
    from: ['active'],
    to: ['suspended'],
    by: ['security', 'reviewers', 'owner'],
    text: 'One person stops it at once, with a reason: alone, or with all that use the same tool, model or unit.',
  },
  {
    step: 'resume',
    from: ['suspended'],
    to: ['active'],
    by: ['two people'],
    text: 'Two people let it run again, or lift the stop that covers it; whoever stopped it alone does not.',
  },
  {
    step: 'retire',
    from: [...underWay, ...mayRun, ...ended],
    to: ['retired'],
    by: ['owner'],
    text: 'It is switched off first and kept on record; nothing is deleted.',
  },
  {
    step: 'undo-retirement',
    from: ['retired'],
    to: ['draft', 'approved', 'suspended', 'refused', 'referred'],
    by: ['owner', 'reviewers'],
    text: 'Within the days that the charter gives, it becomes what it was. What ran has to go live again; what was stopped stays stopped.',
  },
  {
    step: 'appeal',
    from: [...ended, ...mayRun],
    to: [],
    by: ['maker', 'owner'],
    text: 'Once for each declaration, another person looks at a no.',
  },
  {
    step: 'uphold-appeal',
    from: [...ended],
    to: ['draft', 'submitted', 'approved'],
    by: ['reviewers'],
    text: 'A yes takes the place of a reviewer’s no; roles of its lane that have not said yes to it look at it then. Where the rules had said no, the facts are settled otherwise, and it is its maker’s again.',
  },
]

const transition = (step: Step): Transition => {
  const found = lifecycle.find(each => each.step === step)
  if (!found) throw new Error(`The lifecycle has no step ${step}.`)
  return found
}

/** Whether a step is possible in a state. */
export const isPossible = (step: Step, state: State): boolean => transition(step).from.includes(state)

/** Steps that are possible in a state, in the order of the table. */
export const stepsFrom = (state: State): Step[] => lifecycle.filter(({ from }) => from.includes(state)).map(({ step }) => step)

export const isState = (state: string): state is State => states.some(each => each === state)

/** A stored state. @throws Error for one that the table doesn't know: a bug, or a row that somebody else wrote. */
export const stateOf = ({ state }: { state: string }): State => {
  if (isState(state)) return state
  throw new Error(`No solution can be ${state}.`)
}

/** @throws Refusal `wrong-state` that says what can be done instead. */
export const expectPossible = (step: Step, state: State): void => {
  if (isPossible(step, state)) return
  const { text, remedy } = stateTexts[state]
  throw refuse('conflict', 'wrong-state', `This can’t be done while it is ${state}: ${lower(text)}`, remedy, 'key')
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
