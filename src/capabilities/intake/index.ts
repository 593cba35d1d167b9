import type { Charter } from '#src/engines/charter/index.ts'
import { checkIdea } from './check-idea.ts'
import { showCharter } from './show-charter.ts'

export { factsInput } from './contract.ts'
export { readFacts } from './read-facts.ts'

/** Where an idea is asked about before anything is built. */
export const intakeCapability = (charter: Charter) => ({ operations: [showCharter(charter), checkIdea(charter)] })
