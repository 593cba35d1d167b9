import { z } from 'zod'
import { operation } from '../operation.ts'
import { signedIn } from '../permissions.ts'
import { emergencyView } from './contract.ts'
import { presentEmergency } from './present.ts'
import { newestEmergencies } from './store.ts'

export const listEmergencies = operation({
  name: 'list-emergencies',
  summary: 'Emergency accesses, the newest first: who took which role, why, and who reviewed it. Everybody may look.',
  effect: 'read',
  http: { method: 'GET', path: '/emergencies' },
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(50) }),
  output: z.object({ emergencies: z.array(emergencyView) }),
  allows: signedIn,
  run: async ({ limit }, { db, now }) => ({ emergencies: (await newestEmergencies(db, limit)).map(row => presentEmergency(row, now)) }),
})
