/** What does not hold, and of what. */
export interface Broken {
  rule: string
  about: string
}

/** Rules with their answers, as faults of one subject. */
export const faultsOf = (about: string, rules: readonly (string | false)[]): Broken[] =>
  rules.filter(rule => rule !== false).map(rule => ({ rule, about }))
