import { z } from 'zod'
import type { Run } from '#src/kernel/operation.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { jobKind } from '../jobs/index.ts'
import type { actOnFinding } from './act-on-finding.ts'
import type { endNight } from './end-night.ts'
import type { listEffectsDue } from './list-effects-due.ts'
import { SWEEP } from './sweep-jobs.ts'

export interface Acting {
  actOnFinding: ReturnType<typeof actOnFinding>
  listEffectsDue: ReturnType<typeof listEffectsDue>
  endNight: typeof endNight
}

const asProgram = { kind: 'system', job: 'act-on-findings' } as const
const place = z.object({
  /** Null until the full sweep of the night is over. */
  night: z.string().nullable(),
  after: z.object({ foundAt: z.string(), id: z.string() }).nullable(),
  acted: z.int(),
  heldBack: z.record(z.string(), z.int()),
})

/** What an operation refused, by its code; null where it was done. */
const refusedBy = async (work: () => Promise<unknown>): Promise<string | null> => {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'conflict') return error.code
    throw error
  }
}

const act = (run: Run, { actOnFinding }: Acting, finding: string, night: string) =>
  refusedBy(() => run(actOnFinding, { finding, night }, asProgram))

/**
 * What rules do by themselves, each night behind the full sweep: one finding a transaction. Beyond a rule’s cap nothing is done; how
 * much that is stands with the night, and a rule finds it.
 */
export const actOnFindings = (acting: Acting) =>
  jobKind({
    name: 'act-on-findings',
    called: 'what rules do by themselves at night',
    input: z.object({}),
    schedule: { every: 'day', at: '03:00' },
    async step(_, cursor, { run }) {
      const begun = cursor === undefined ? { night: null, after: null, acted: 0, heldBack: {} } : place.parse(cursor)
      const page = (await run(acting.listEffectsDue, { after: begun.after, behind: SWEEP }, asProgram)).output
      if (page.waits && begun.night === null) return { cursor: begun, done: 0, pause: { seconds: 10 } }
      const night = begun.night ?? page.night
      const heldBack = { ...Object.fromEntries(page.rules.map(rule => [rule, 0])), ...begun.heldBack }
      const full = new Set(Object.keys(heldBack).filter(rule => heldBack[rule] !== 0))
      let acted = begun.acted
      for (const { finding, rule } of page.due) {
        const refused = full.has(rule) ? 'cap-reached' : await act(run, acting, finding, night)
        if (refused === null) acted += 1
        if (refused !== 'cap-reached') continue
        full.add(rule)
        heldBack[rule] = (heldBack[rule] ?? 0) + 1
      }
      if (page.next !== null) return { cursor: { night, after: page.next, acted, heldBack }, done: acted }
      const counts = Object.entries(heldBack).map(([rule, count]) => ({ rule, count }))
      await refusedBy(() => run(acting.endNight, { night, heldBack: counts }, asProgram))
      return { done: acted, of: acted }
    },
  })
