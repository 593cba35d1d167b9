import type { SolutionCase } from './solution-case.ts'

const at = (text: string) => Temporal.Instant.from(text)

/** Somebody who works here. */
export const active = { id: 'p', state: 'active', stateSince: at('2026-01-01T00:00:00Z') } as const

/** A solution of which no rule has anything to say, and none ever will. */
export const calm: SolutionCase = {
  id: 's',
  state: 'active',
  tier: 1,
  expiresAt: null,
  owner: active,
  backup: active,
  facts: {},
  read: null,
  standardsAccepted: true,
  approvedAt: null,
  auditedAt: null,
  baselineKnown: true,
  conditions: [],
  tools: [],
  offeredAt: null,
  waivers: [],
  contentVerdicts: { tooQuick: null, byMachine: null },
}
