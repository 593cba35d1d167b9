import type { HealthParts } from './show-health.ts'
import { showHealth } from './show-health.ts'

export type { Surroundings } from './surroundings.ts'

/** What this installation is and how it does: the doctor’s words, for whoever keeps it. */
export const healthCapability = (parts: HealthParts) => {
  const shown = showHealth(parts)
  return { operations: [shown], shown }
}

/** Asks how it stands, with its types; for the doctor. */
export type HealthShown = ReturnType<typeof showHealth>
