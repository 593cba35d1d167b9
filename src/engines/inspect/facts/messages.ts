import { PLAIN, type Evidence } from '../inspection.ts'
import type { FoundUse, Resolved, ResolvedStep } from '../resolve.ts'
import { outsideChannels } from '../tables/systems.ts'
import type { FactRule } from './rule.ts'

/** messageChannels, sendsExternally, publishesExternally. */
export const messageRule: FactRule = artifact => artifact.steps.flatMap(step => step.uses.flatMap(use => [...ofSend(step, use, artifact), ...ofPublish(step, use, artifact)]))

/** A message that can leave the organisation, and how sure that is. Also what the review rule guards. */
export const outside = (use: FoundUse, { tables }: Resolved): number => {
  if (use.effect === 'publishes') return Math.min(use.confidence ?? PLAIN, tables.systems[use.system]?.publishesConfidence ?? PLAIN)
  const channel = tables.systems[use.system]?.channel
  if (use.effect !== 'sends' || channel === undefined || !outsideChannels.has(channel)) return 0
  const sure = use.confidence ?? PLAIN
  return Math.min(sure, leaving[use.recipients?.kind ?? 'unknown'])
}

/** How sure it is that a message on a channel open to anybody leaves, by who receives it. */
const leaving = { runner: 0, directory: 0.5, fixed: 0.7, unknown: 0.75, computed: 0.9 } as const

const ofSend = ({ step }: ResolvedStep, use: FoundUse, artifact: Resolved): Evidence[] => {
  const channel = artifact.tables.systems[use.system]?.channel
  if (use.effect !== 'sends' || channel === undefined) return []
  const sent: Evidence = { fact: 'messageChannels', value: channel, where: step.where, why: use.why, confidence: use.confidence ?? PLAIN }
  // Who is asked to approve is hardly ever an outsider.
  const confidence = step.human && !step.human.itself ? Math.min(0.7, outside(use, artifact)) : outside(use, artifact)
  if (confidence > 0) return [sent, { fact: 'sendsExternally', value: true, where: step.where, why: `${use.why}; ${reach[use.recipients?.kind ?? 'unknown']}`, confidence }]
  return use.recipients?.kind === 'runner' ? [sent, { fact: 'sendsExternally', value: false, where: step.where, why: use.recipients.because, confidence: PLAIN }] : [sent]
}

const reach = {
  directory: 'doubtful: the recipient is looked up among the organisation’s people',
  fixed: 'the channel reaches anybody; the recipient is fixed and may be a colleague',
  computed: 'the recipient comes from the data',
  runner: 'only whoever runs it receives it',
  unknown: 'the channel reaches anybody',
} as const

const ofPublish = ({ step }: ResolvedStep, use: FoundUse, artifact: Resolved): Evidence[] => {
  const system = artifact.tables.systems[use.system]
  if (use.effect === 'drafts' && system?.publishes) {
    return [{ fact: 'publishesExternally', value: true, where: step.where, why: `${use.why}, as a draft; doubtful: somebody still has to publish it`, confidence: 0.3 }]
  }
  if (use.effect !== 'publishes') return []
  return [{ fact: 'publishesExternally', value: true, where: step.where, why: `${use.why}${system?.publishesDoubt ? `; doubtful: ${system.publishesDoubt}` : ''}`, confidence: outside(use, artifact) }]
}
