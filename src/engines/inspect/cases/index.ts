import type { Case } from './build.ts'
import { copilotCases } from './copilot-studio.ts'
import { difyCases } from './dify.ts'
import { flowiseCases } from './flowise.ts'
import { langflowCases } from './langflow.ts'
import { n8nCases } from './n8n.ts'
import { nodeRedCases } from './node-red.ts'
import { powerAutomateCases } from './power-automate.ts'

export type { Case } from './build.ts'

/** Labelled cases of our own by format: rules and traps, not a sample of what occurs in the world. */
export const cases: Readonly<Record<string, readonly Case[]>> = {
  n8n: n8nCases,
  'power-automate': powerAutomateCases,
  'node-red': nodeRedCases,
  'copilot-studio': copilotCases,
  flowise: flowiseCases,
  dify: difyCases,
  langflow: langflowCases,
}
