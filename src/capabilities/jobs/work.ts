import { randomUUID } from 'node:crypto'
import type { Clock } from '#src/kernel/clock.ts'
import { errorCode } from '#src/kernel/error-code.ts'
import type { Run } from '#src/kernel/operation.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Db } from '#src/store/index.ts'
import type { Calendar, JobKind } from './kind.ts'
import { newestRound } from './kind.ts'
import { deleteOld, insertJob, keepStep, keepTrouble, takeDue } from './store.ts'

/** A step that takes longer than that is taken for dead, and another process begins it again. */
const LEASE = Temporal.Duration.from({ minutes: 2 })
/** Waits between attempts at one step, in seconds; then the job is given up. */
const RETRIES = [5, 30, 120, 600, 3_600]
/** How long what is over can be looked at; of what comes every few minutes only the last day. */
const KEPT = { usual: Temporal.Duration.from({ hours: 24 * 90 }), frequent: Temporal.Duration.from({ hours: 24 }) }

export interface WorkParts {
  db: Db
  clock: Clock
  run: Run
  kinds: readonly JobKind[]
  calendar: Calendar
  /** What went wrong in a step, for the operator. */
  onTrouble(kind: string, error: unknown): void
}

/** Puts down the rounds that schedules ask for now; each once, however many processes do it. */
export const putDownRounds = async ({ db, clock, kinds, calendar }: WorkParts): Promise<void> => {
  const now = clock.now()
  const scheduled = kinds.flatMap(kind => (kind.schedule ? [{ ...kind, schedule: kind.schedule }] : []))
  if (scheduled.length === 0) return
  const where = await calendar(db)
  for (const { name, schedule } of scheduled) {
    const { key, at } = newestRound(schedule, where, now)
    await insertJob(db, { kind: name, key, input: {}, dueAt: at, askedBy: null }, now)
  }
}

/** Does steps until nothing is due. @returns how many were done. */
export const workOff = async (parts: WorkParts, holder: string, isStopping: () => boolean = () => false): Promise<number> => {
  const { db, clock, run, kinds, onTrouble } = parts
  let steps = 0
  while (!isStopping()) {
    const now = clock.now()
    const job = await takeDue(db, holder, { now, leaseUntil: now.add(LEASE), kinds: kinds.map(({ name }) => name) })
    const kind = kinds.find(({ name }) => name === job?.kind)
    if (!job || !kind) return steps
    try {
      const step = await kind.step(job.input, job.cursor ?? undefined, { run, db, now })
      await keepStep(db, job, holder, step, clock.now())
      steps += 1
    } catch (error) {
      const wait = RETRIES[job.tries]
      const failed = clock.now()
      await keepTrouble(db, job, holder, {
        trouble: wordsFor(error),
        retryAt: wait === undefined ? null : failed.add({ seconds: wait }),
        now: failed,
      })
      onTrouble(kind.name, error)
    }
  }
  return steps
}

/** Deletes what is over and no longer of interest. */
export const deleteOver = async ({ db, clock, kinds }: WorkParts): Promise<void> => {
  const now = clock.now()
  const frequent = kinds.filter(({ schedule }) => schedule?.every === 'minutes').map(({ name }) => name)
  await deleteOld(db, frequent, { usual: now.subtract(KEPT.usual), frequent: now.subtract(KEPT.frequent) })
}

/** What stands with the job: a refusal's own words, of anything else its kind alone, which holds nobody's data. */
const wordsFor = (error: unknown): string => (error instanceof Refusal ? `${error.code}: ${error.message}` : errorCode(error) || 'fault')

/** Works as long as the server runs. @returns stops after the step that it is at. */
export const startWork = (parts: WorkParts, everyMs = 1_000): (() => Promise<void>) => {
  const holder = randomUUID()
  let stopping = false
  /** What goes wrong is for the operator; the next second tries again. */
  const oneAtATime = (work: () => Promise<unknown>) => {
    let going: Promise<void> | null = null
    const begin = () =>
      (going ??= work()
        .then(() => undefined)
        .catch((error: unknown) => parts.onTrouble('jobs', error))
        .finally(() => {
          going = null
        }))
    return { begin, ended: async () => going }
  }
  // Rounds are put down beside what is at work: a long job keeps none of them waiting for its end.
  const put = oneAtATime(() => putDownRounds(parts))
  const work = oneAtATime(() => put.begin().then(() => workOff(parts, holder, () => stopping)))
  const begin = () => void Promise.all([put.begin(), work.begin()])
  const timer = setInterval(begin, everyMs)
  const tidy = setInterval(() => void deleteOver(parts).catch(() => undefined), 3_600_000)
  return async () => {
    stopping = true
    clearInterval(timer)
    clearInterval(tidy)
    await Promise.all([put.ended(), work.ended()])
  }
}
