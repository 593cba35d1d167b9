import { z } from 'zod'
import { id } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { jobView } from './contract.ts'
import type { JobKind } from './kind.ts'
import { noSuchJob, seesJobs } from './permissions.ts'
import { presentJobs } from './present.ts'
import { jobById } from './store.ts'

export const showJob = (kinds: readonly JobKind[]) =>
  operation({
    name: 'show-job',
    summary: 'One job, with how far it is.',
    effect: 'read',
    http: { method: 'GET', path: '/jobs/{job}' },
    input: z.strictObject({ job: id() }),
    output: jobView,
    allows: seesJobs,
    async run({ job }, { db }) {
      const row = await jobById(db, job)
      const [shown] = row ? await presentJobs(db, [row], kinds) : []
      if (!shown) throw noSuchJob()
      return shown
    },
  })
