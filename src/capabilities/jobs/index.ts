import { cancelJob } from './cancel-job.ts'
import { jobCancelled, jobStarted } from './entries.ts'
import type { Calendar, JobKind } from './kind.ts'
import { listJobs } from './list-jobs.ts'
import { showJob } from './show-job.ts'
import { startJob } from './start-job.ts'

/**
 * Long work and work by schedule. A capability declares kinds of jobs and hands them to the program:
 *
 *     const sweep = jobKind({
 *       name: 'sweep', called: 'the nightly sweep', input: z.object({}), schedule: { every: 'day', at: '02:00' },
 *       step: async (_, cursor, { run, now }) => ({ cursor: next, done: 1_000, of: 40_000 }),      // no cursor: it is done
 *     })
 *
 * Every process works; each job is with one of them at a time, for a lease that another takes over when it runs out.
 */
export { jobKind } from './kind.ts'
export type { Calendar, JobKind, Step as JobStep, StepContext } from './kind.ts'
export { jobsNow } from './now.ts'
export { seesJobs } from './permissions.ts'
export { insertJob as putDownJob, isUnderWay } from './store.ts'
export { deleteOver, putDownRounds, startWork, workOff } from './work.ts'
export type { WorkParts } from './work.ts'

export const jobsCapability = (kinds: readonly JobKind[], calendar: Calendar) => {
  const listing = listJobs(kinds, calendar)
  return {
    operations: [listing, showJob(kinds), startJob(kinds), cancelJob(kinds)],
    listing,
    calendar,
    kinds,
    governed: [],
    entries: [jobStarted, jobCancelled],
  }
}

/** Asks how the jobs stand, with its types; for the doctor. */
export type JobListing = ReturnType<typeof listJobs>
