import { CERTAIN, PLAIN, type Reach } from '../inspection.ts'
import type { Resolved } from '../resolve.ts'

/** Products reached for certain, each effect and kind of recipient once, in a stable order. */
export const reachesOf = ({ steps }: Resolved): Reach[] => {
  const seen = new Map<string, Reach>()
  for (const { uses } of steps) {
    for (const { system, effect, confidence, recipients } of uses) {
      if ((confidence ?? PLAIN) < CERTAIN) continue
      const reach: Reach = recipients && effect === 'sends' ? { system, effect, recipients: recipients.kind } : { system, effect }
      seen.set(JSON.stringify(reach), reach)
    }
  }
  return [...seen.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, reach]) => reach)
}
