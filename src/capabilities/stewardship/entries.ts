import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'
import { stepEntry } from '../registry/index.ts'

const offer = { solution: z.string(), role: z.string(), by: z.string(), to: z.string() }

/** Somebody was asked to answer for a solution. */
export const handoverOffered = defineEntry({
  type: 'handover-offered',
  version: 1,
  data: z.strictObject(offer),
  personal: ['note'],
})

/** They said yes or no, or were asked no longer. */
export const handoverDecided = defineEntry({
  type: 'handover-decided',
  version: 1,
  data: z.strictObject({ ...offer, state: z.string() }),
  personal: ['note'],
})

/** Somebody else answers for it from now on. */
export const solutionHandedOver = defineEntry({
  type: 'solution-handed-over',
  version: 1,
  data: z.strictObject({ role: z.string(), from: z.string().nullable(), to: z.string() }),
  personal: [],
})

export const solutionPeopleChanged = defineEntry({
  type: 'solution-people-changed',
  version: 1,
  data: z.strictObject({ coMakers: z.array(z.string()) }),
  personal: [],
})

export const solutionRecertified = stepEntry('solution-recertified', ['note'])
export const sandboxStarted = stepEntry('sandbox-started')
export const solutionStopped = stepEntry('solution-stopped', ['because'])
export const solutionResumed = stepEntry('solution-resumed')
export const solutionRetired = stepEntry('solution-retired', ['because'])
export const retirementUndone = stepEntry('retirement-undone')
