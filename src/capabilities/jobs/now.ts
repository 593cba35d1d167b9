import type { Db } from '../operation.ts'
import type { JobKind } from './kind.ts'
import { dueForLongest, lastOfEach } from './store.ts'

/** How it stands with the jobs, in what needs a person: kinds that were given up last time, and how long anything due has waited. */
export const jobsNow = async (
  db: Db,
  kinds: readonly JobKind[],
  now: Temporal.Instant,
): Promise<{ givenUp: string[]; dueSince: Temporal.Instant | null }> => {
  const failed = (await lastOfEach(db)).filter(({ state }) => state === 'failed')
  return {
    givenUp: failed.map(({ kind }) => kinds.find(({ name }) => name === kind)?.called ?? kind),
    dueSince: await dueForLongest(db, now),
  }
}
