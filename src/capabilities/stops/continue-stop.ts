import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { id } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { onlyTheProgram } from '../permissions.ts'
import { countUnheld } from './hold-store.ts'
import { holdPart, noteFull } from './holding.ts'
import { releasePart } from './releasing.ts'
import { inForce, lifting, lockStop } from './store.ts'

/** How many stops one look goes through. */
const MOST = 1_000

/** Stops that still have to suspend something, and lifted ones that still have to let go. */
export const listStopsUnfinished = operation({
  name: 'list-stops-unfinished',
  summary: 'Stops that have not come to their end.',
  effect: 'read',
  input: z.strictObject({}),
  output: z.object({ stops: z.array(z.string()) }),
  allows: onlyTheProgram,
  async run(_, { db }) {
    const stops = (await lifting(db, MOST)).map(({ id }) => id)
    // What came under a stop by another way, such as with its unit, is found here and suspended as well.
    for (const stop of await inForce(db, MOST)) if (stop.fullAt === null || (await countUnheld(db, stop)) > 0) stops.push(stop.id)
    return { stops }
  },
})

/** Does the next part of what a stop, or its being lifted, has to do; whoever does it again finds it done. */
export const continueStop = (charters: Charters) =>
  operation({
    name: 'continue-stop',
    summary: 'Suspend the next part of what a stop covers, or let the next part of what a lifted one suspended run again.',
    effect: 'write',
    input: z.strictObject({ stop: id() }),
    output: z.object({ done: z.int(), told: z.int().describe('How many people hear of what it suspended.') }),
    allows: onlyTheProgram,
    async run({ stop: asked }, { db, now, record, send }) {
      const writing = { db, now, record, send }
      const stop = await lockStop(db, asked)
      if (!stop || stop.releasedAt !== null) throw nothingToDo()
      if (stop.liftedAt !== null) return { done: await releasePart(charters, writing, stop), told: 0 }
      const { done, told } = await holdPart(writing, stop, { passing: false })
      const left = await noteFull(writing, stop)
      if (done === 0 && (left > 0 || stop.fullAt !== null)) throw nothingToDo()
      return { done, told }
    },
  })

const nothingToDo = () => refuse('conflict', 'stop-finished', 'Nothing is left to do about this stop.', 'There is nothing to do.')
