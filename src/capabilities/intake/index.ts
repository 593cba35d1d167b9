import type { Charters } from '../charter/index.ts'
import type { StoppedAmong } from './check-idea.ts'
import { checkIdea } from './check-idea.ts'
import { showCharter } from './show-charter.ts'
import { showTierGuide } from './show-tier-guide.ts'

export { decisionView, factsInput, language } from './contract.ts'
export { isDerived } from './derived.ts'
export { readFacts } from './read-facts.ts'

/** Where an idea is asked about before anything is built. */
export const intakeCapability = (charters: Charters, stoppedAmong: StoppedAmong) => ({
  operations: [showCharter(charters), showTierGuide(charters), checkIdea(charters, stoppedAmong)],
})
