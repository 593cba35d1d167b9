import { z } from 'zod'
import { Refusal } from '#src/kernel/refusal.ts'
import { jobKind } from '../jobs/index.ts'
import type { continueStop, listStopsUnfinished } from './continue-stop.ts'

/** The kind of job that is put down with a stop that covers many solutions. */
export const CONTINUE = { kind: 'continue-stops' } as const

export interface Continuing {
  listStopsUnfinished: typeof listStopsUnfinished
  continueStop: ReturnType<typeof continueStop>
}

const asProgram = { kind: 'system', job: CONTINUE.kind } as const
const place = z.object({ done: z.int() })

/**
 * Part after part of every stop that has not come to its end, each in a transaction of its own: a process that dies in the middle
 * leaves whole parts behind, and the next one goes on where they end.
 */
export const continueStops = ({ listStopsUnfinished, continueStop }: Continuing) =>
  jobKind({
    name: CONTINUE.kind,
    called: 'what stops, and their being lifted, still have to do',
    input: z.object({}),
    schedule: { every: 'minutes', minutes: 1 },
    async step(_, cursor, { run }) {
      let done = cursor === undefined ? 0 : place.parse(cursor).done
      const { stops } = (await run(listStopsUnfinished, {}, asProgram)).output
      for (const stop of stops) {
        try {
          done += (await run(continueStop, { stop }, asProgram)).output.done
        } catch (error) {
          if (!(error instanceof Refusal && error.code === 'stop-finished')) throw error
        }
      }
      return stops.length === 0 ? { done, of: done } : { cursor: { done }, done }
    },
  })
