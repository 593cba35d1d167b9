import type { Evidence } from '../inspection.ts'
import type { Resolved } from '../resolve.ts'

/** A fact is a rule over the common model: it never knows which format a step came from. */
export type FactRule = (artifact: Resolved) => Evidence[]
