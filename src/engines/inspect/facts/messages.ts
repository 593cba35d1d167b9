import { PLAIN, type Evidence } from '../inspection.ts'
import type { FoundUse, Resolved, ResolvedStep } from '../resolve.ts'
import { outsideChannels } from '../tables/systems.ts'
import type { FactRule } from './rule.ts'

/** messageChannels, sendsExternally, publishesExternally. */
export const messageRule: FactRule = artifact =>
  artifact.steps.flatMap(step =>
    step.uses.flatMap(use => (use.effect === 'sends' ? ofSend(step, use, artifact) : ofPublish(step, use, artifact))),
  )

/** How sure it is that a message on a channel open to anybody leaves the organisation, by who receives it. */
const leaving = { runner: 0, directory: 0.5, fixed: 0.7, unknown: 0.75, computed: 0.9 } as const

/** How sure it is that something leaves by this use; 0 where nothing does. Also what the review rule guards. */
export const outside = (use: FoundUse, { tables }: Resolved): number => {
  const system = tables.systems[use.system]
  const sure = use.confidence ?? PLAIN
  if (use.effect === 'publishes') return Math.min(sure, system?.publishesConfidence ?? PLAIN)
  if (use.effect !== 'sends' || !outsideChannels.has(system?.channel ?? '')) return 0
  return Math.min(sure, leaving[use.recipients?.kind ?? 'unknown'])
}

const ofSend = ({ step }: ResolvedStep, use: FoundUse, artifact: Resolved): Evidence[] => {
  const channel = artifact.tables.systems[use.system]?.channel
  if (channel === undefined) return []
  const { where } = step
  const sent: Evidence = { fact: 'messageChannels', value: channel, where, why: use.why, confidence: use.confidence ?? PLAIN }
  if (use.recipients?.kind === 'runner')
    return [sent, { fact: 'sendsExternally', value: false, where, why: use.recipients.because, confidence: PLAIN }]
  const sure = outside(use, artifact)
  if (sure === 0) return [sent]
  const asks = step.human && !step.human.itself // who is asked to approve is hardly ever an outsider
  const why = `${use.why}; ${reach[use.recipients?.kind ?? 'unknown']}`
  return [sent, { fact: 'sendsExternally', value: true, where, why, confidence: asks ? Math.min(0.7, sure) : sure }]
}

const reach = {
  directory: 'doubtful: the recipient is looked up among the organisation’s people',
  fixed: 'the channel reaches anybody; the recipient is fixed and may be a colleague',
  computed: 'the recipient comes from the data',
  unknown: 'the channel reaches anybody',
} as const

const ofPublish = ({ step }: ResolvedStep, use: FoundUse, artifact: Resolved): Evidence[] => {
  const system = artifact.tables.systems[use.system]
  const published = (why: string, confidence: number): Evidence => ({
    fact: 'publishesExternally',
    value: true,
    where: step.where,
    why,
    confidence,
  })
  if (use.effect === 'drafts' && system?.publishes)
    return [published(`${use.why}, as a draft; doubtful: somebody still has to publish it`, 0.3)]
  if (use.effect !== 'publishes') return []
  const doubt = system?.publishesDoubt === undefined ? '' : `; doubtful: ${system.publishesDoubt}`
  return [published(use.why + doubt, outside(use, artifact))]
}
