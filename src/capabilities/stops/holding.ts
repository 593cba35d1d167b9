import type { Message } from '#src/kernel/message.ts'
import type { Entry } from '#src/ledger/index.ts'
import type { Db } from '../operation.ts'
import type { StopRow } from '../registry/index.ts'
import { stopKeyOf } from '../registry/index.ts'
import { stop as suspend } from '../stewardship/index.ts'
import { toldOfStop } from './told.ts'
import { countUnheld, insertHolds, takeUnheld } from './hold-store.ts'
import * as said from './said.ts'
import { moveStop } from './store.ts'

export interface Writing {
  db: Db
  now: Temporal.Instant
  record(entry: Entry): void
  send(message: Message): void
}

/** What stands with a solution that a stop suspended. */
export const reasonOf = ({ startedBy: by, startedByHuman: human, because, number }: StopRow) => ({
  by,
  human,
  because,
  stop: stopKeyOf(number),
})

/** How many solutions one transaction suspends, or lets run again. */
export const PART = 200

/**
 * Suspends a part of what a stop covers; what is suspended already keeps its own reason and is noted. The stop is in force without
 * that: this only makes what runs say so.
 * @param passing over solutions that somebody holds at this moment, which are left for later, instead of waiting for them.
 * @returns how many it reached, and how many people are told.
 */
export const holdPart = async (
  { db, now, record, send }: Writing,
  stop: StopRow,
  { passing }: { passing: boolean },
): Promise<{ done: number; told: number }> => {
  const part = await takeUnheld(db, stop, PART, passing)
  const suspended = part.filter(({ state }) => state === 'active')
  for (const solution of suspended) await suspend({ db, now, record, send }, solution, reasonOf(stop))
  const holds = part.map(({ id, state }) => ({ stopId: stop.id, solutionId: id, suspended: state === 'active' }))
  for (const hold of await insertHolds(db, holds, now)) record(said.held(hold))
  const told = toldOfStop(stop, suspended)
  told.forEach(message => send(message))
  return { done: part.length, told: told.length }
}

/** Notes when nothing that a stop covers runs any more. @returns how many solutions still wait to be suspended. */
export const noteFull = async ({ db, now, record }: Omit<Writing, 'send'>, stop: StopRow): Promise<number> => {
  const left = await countUnheld(db, stop)
  if (left === 0 && stop.fullAt === null) record(said.full(await moveStop(db, stop.id, { fullAt: now.toString() })))
  return left
}
