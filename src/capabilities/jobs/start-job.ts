import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { requestId } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { jobView } from './contract.ts'
import { jobStarted } from './entries.ts'
import type { JobKind } from './kind.ts'
import { keepsJobs } from './permissions.ts'
import { presentJobs } from './present.ts'
import { insertJob } from './store.ts'

export const startJob = (kinds: readonly JobKind[]) =>
  operation({
    name: 'start-job',
    summary: 'Have a kind of job done now, besides its schedule.',
    effect: 'write',
    once: true,
    http: { method: 'POST', path: '/jobs' },
    input: z.strictObject({ kind: z.string().max(60), requestId: requestId() }),
    output: jobView,
    allows: keepsJobs,
    async run({ kind, requestId }, { actor, db, now, record }) {
      const known = kinds.find(({ name, schedule }) => name === kind && schedule !== null)
      if (!known)
        throw refuse(
          'invalid',
          'no-such-kind',
          'There is no such kind of job that one could start.',
          `Choose one of ${kinds.map(({ name }) => name).join(', ')}.`,
          'kind',
        )
      const askedBy = asPerson(actor).id
      const key = `${askedBy} ${requestId}`
      await insertJob(db, { kind, key, input: {}, dueAt: now, askedBy }, now)
      const row = await db.selectFrom('job').selectAll().where('kind', '=', kind).where('key', '=', key).executeTakeFirstOrThrow()
      record(jobStarted({ subject: { kind: 'job', id: row.id, version: null, digest: null }, data: { kind, by: askedBy }, personal: {} }))
      const [shown] = await presentJobs(db, [row], kinds)
      if (!shown) throw new Error('A job that was put down is gone.')
      return shown
    },
  })
