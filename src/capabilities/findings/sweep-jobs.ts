import { z } from 'zod'
import type { Run } from '#src/kernel/operation.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { JobStep } from '../jobs/index.ts'
import { jobKind } from '../jobs/index.ts'
import type { listSweepDue, listSweepPage } from './list-sweep-due.ts'
import { subjectKinds } from './rule.ts'
import type { SubjectRef } from './subjects.ts'
import { PAGE } from './subjects.ts'
import type { sweepSubjects } from './sweep-subjects.ts'

export interface Sweeps {
  sweepSubjects: ReturnType<typeof sweepSubjects>
  listSweepDue: ReturnType<typeof listSweepDue>
  listSweepPage: ReturnType<typeof listSweepPage>
}

const asProgram = { kind: 'system', job: 'sweep' } as const
const reached = z.object({ nextLeaf: z.int(), mark: z.string() })
type Reached = z.output<typeof reached>

/** A full sweep that goes on behind a page; what a later look reached is noted once all has been looked at. */
const place = z.object({
  kind: z.enum(subjectKinds),
  after: z.string().nullable(),
  looked: z.int(),
  reached: reached.nullable(),
})
type Place = z.output<typeof place>

const first = (noted: Reached | null): Place => ({ kind: subjectKinds[0], after: null, looked: 0, reached: noted })

/** Nothing to do is what a sweep hopes for. */
const sweep = async (run: Run, { sweepSubjects }: Sweeps, subjects: readonly SubjectRef[], noted: Reached | null): Promise<void> => {
  try {
    await run(sweepSubjects, { subjects, reached: noted }, asProgram)
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'nothing-to-sweep')) throw error
  }
}

const sweepPage = async (run: Run, sweeps: Sweeps, at: Place): Promise<JobStep> => {
  const { subjects, next } = (await run(sweeps.listSweepPage, { kind: at.kind, after: at.after }, asProgram)).output
  const looked = at.looked + subjects.length
  if (subjects.length > 0 || next === null) await sweep(run, sweeps, subjects, next === null ? at.reached : null)
  return next === null ? { done: looked, of: looked } : { cursor: { ...at, ...next, looked }, done: looked }
}

/** What acts on findings waits for this to be over. */
export const SWEEP = 'sweep-everything'

/** Everything, each night. It opens and clears nothing that the sweeps of the day should have. */
export const sweepEverything = (sweeps: Sweeps) =>
  jobKind({
    name: SWEEP,
    called: 'the nightly look at everything',
    input: z.object({}),
    schedule: { every: 'day', at: '01:30' },
    step: (_, cursor, { run }) => sweepPage(run, sweeps, cursor === undefined ? first(null) : place.parse(cursor)),
  })

/** What happened since the last look, and what the time alone changed. */
export const sweepChanges = (sweeps: Sweeps) =>
  jobKind({
    name: 'sweep-changes',
    called: 'looking at what changed',
    input: z.object({}),
    schedule: { every: 'minutes', minutes: 1 },
    async step(_, cursor, { run }) {
      const on = z.union([place, z.object({ looked: z.int() })]).safeParse(cursor)
      if (on.success && 'kind' in on.data) return sweepPage(run, sweeps, on.data)
      const before = on.success ? on.data.looked : 0
      const due = (await run(sweeps.listSweepDue, {}, asProgram)).output
      if (due.everything) return { cursor: first(due.reached), done: 0 }
      const pages = Math.max(due.reached === null ? 0 : 1, Math.ceil(due.subjects.length / PAGE))
      for (let page = 0; page < pages; page += 1) {
        const subjects = due.subjects.slice(page * PAGE, (page + 1) * PAGE)
        await sweep(run, sweeps, subjects, page === pages - 1 ? due.reached : null)
      }
      const looked = before + due.subjects.length
      return due.more ? { cursor: { looked }, done: looked } : { done: looked, of: looked }
    },
  })
