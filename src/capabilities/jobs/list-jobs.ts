import { z } from 'zod'
import { operation } from '../operation.ts'
import { flag } from '../search.ts'
import { jobView } from './contract.ts'
import type { Calendar, JobKind } from './kind.ts'
import { nextRound } from './kind.ts'
import { seesJobs } from './permissions.ts'
import { presentJobs } from './present.ts'
import { lastOfEach, newestJobs } from './store.ts'

export const listJobs = (kinds: readonly JobKind[], calendar: Calendar) =>
  operation({
    name: 'list-jobs',
    summary: 'What the program works at behind requests, the newest first, and how each kind ended last.',
    effect: 'read',
    http: { method: 'GET', path: '/jobs' },
    input: z.strictObject({
      open: flag().default(false).describe('Only what is not over.'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      jobs: z.array(jobView),
      kinds: z.array(
        z.object({
          name: z.string(),
          called: z.string(),
          schedule: z.string().nullable(),
          next: z.string().nullable().describe('When its next round comes; null where no schedule asks for one.'),
          last: jobView.nullable().describe('How it ended last; null where it never ran.'),
        }),
      ),
    }),
    allows: seesJobs,
    async run({ open, limit }, { db, now }) {
      const where = await calendar(db)
      const jobs = await presentJobs(db, await newestJobs(db, { limit, open }), kinds)
      const last = await presentJobs(db, await lastOfEach(db), kinds)
      return {
        jobs,
        kinds: kinds.map(({ name, called, schedule }) => ({
          name,
          called,
          schedule:
            schedule === null ? null : schedule.every === 'day' ? `every day at ${schedule.at}` : `every ${schedule.minutes} minutes`,
          next: schedule === null ? null : nextRound(schedule, where, now).toString(),
          last: last.find(({ kind }) => kind === name) ?? null,
        })),
      }
    },
  })
