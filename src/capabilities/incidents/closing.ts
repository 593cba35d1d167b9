import type { Blocker } from '#src/kernel/refusal.ts'
import type { ActionRow, IncidentRow } from './store.ts'

type Acting = Pick<ActionRow, 'doneAt' | 'dueOn' | 'deferredBecause'>

/** Whether its day is over and nobody did it. Days are the company’s own, as ISO dates. */
export const isOverdue = ({ doneAt, dueOn }: Pick<Acting, 'doneAt' | 'dueOn'>, today: string): boolean => doneAt === null && dueOn < today

/** Everything that keeps an incident from being closed; the page’s checklist and the refusal come from here. */
export const whyNotClosed = (
  { state, cause, lessons }: Pick<IncidentRow, 'state' | 'cause' | 'lessons'>,
  actions: readonly Acting[],
  today: string,
): Blocker[] => {
  const left = actions.filter(action => action.doneAt === null && (action.deferredBecause === null || isOverdue(action, today))).length
  const blockers: (Blocker | false)[] = [
    state === 'open' && { reason: 'It is not contained yet.', remedy: 'Say so once it does no more harm.' },
    cause === null && { field: 'cause', reason: 'Nobody has written down the cause.', remedy: 'Write what led to it.' },
    lessons === null && {
      field: 'lessons',
      reason: 'Nobody has written down what was learned.',
      remedy: 'Write what is done otherwise from now on.',
    },
    left > 0 && {
      reason: left === 1 ? 'One action is neither done nor put off.' : `${left} actions are neither done nor put off.`,
      remedy: 'Have each done, or give it a later day with the reason.',
    },
  ]
  return blockers.filter(blocker => blocker !== false)
}
