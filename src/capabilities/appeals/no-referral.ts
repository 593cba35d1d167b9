import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'

export const noReferral = (): Refusal =>
  refuse('conflict', 'not-referred', 'This idea did not go to the central team.', 'There is nothing to hand over or to confirm.', 'key')
