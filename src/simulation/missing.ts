import { states } from '#src/capabilities/registry/index.ts'
import type { Broken } from './fault.ts'
import type { Picture } from './picture.ts'

const reviewStates = ['waiting', 'in-review', 'with-maker', 'decided', 'dropped'] as const

/** States of the lifecycle and of reviews of which the last day shows no example. */
export const whatIsMissing = ({ solutions, reviews }: Picture): Broken[] => [
  ...states
    .filter(state => !solutions.some(each => each.state === state))
    .map(state => ({ rule: 'has no example', about: `a solution that is ${state}` })),
  ...reviewStates
    .filter(state => !reviews.some(each => each.state === state))
    .map(state => ({ rule: 'has no example', about: `a review that is ${state}` })),
]
