import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { id } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { jobView } from './contract.ts'
import { jobCancelled } from './entries.ts'
import type { JobKind } from './kind.ts'
import { keepsJobs, noSuchJob } from './permissions.ts'
import { presentJobs } from './present.ts'
import { cancel, lockJob } from './store.ts'

export const cancelJob = (kinds: readonly JobKind[]) =>
  operation({
    name: 'cancel-job',
    summary: 'Stop a job after the step that it is at. What it has done stays.',
    effect: 'write',
    http: { method: 'DELETE', path: '/jobs/{job}' },
    input: z.strictObject({ job: id() }),
    output: jobView,
    allows: keepsJobs,
    async run({ job }, { actor, db, now, record }) {
      const found = await lockJob(db, job)
      if (!found) throw noSuchJob()
      if (found.endedAt !== null)
        throw refuse('conflict', 'job-over', 'This job is over.', 'There is nothing to stop; the next round comes by its schedule.', 'job')
      const row = await cancel(db, job, now)
      const by = asPerson(actor).id
      record(
        jobCancelled({ subject: { kind: 'job', id: row.id, version: null, digest: null }, data: { kind: row.kind, by }, personal: {} }),
      )
      const [shown] = await presentJobs(db, [row], kinds)
      if (!shown) throw noSuchJob()
      return shown
    },
  })
