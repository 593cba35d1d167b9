import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { requestId } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { linkStops } from '../stops/index.ts'
import { incidentView, language, told } from './contract.ts'
import { solutionIds } from './linking.ts'
import { worksIncidents } from './permissions.ts'
import { presentIncident } from './present.ts'
import * as said from './said.ts'
import { insertIncident } from './store.ts'

/** When somebody became aware of something can't lie ahead. @throws Refusal `not-noticed-yet` */
export const noticed = (noticedAt: string, now: Temporal.Instant): Temporal.Instant => {
  const at = Temporal.Instant.from(noticedAt)
  if (Temporal.Instant.compare(at, now) > 0)
    throw refuse(
      'invalid',
      'not-noticed-yet',
      'This moment is still to come.',
      'Give the moment at which somebody became aware of it.',
      'noticedAt',
    )
  return at
}

export const openIncident = (charters: Charters) =>
  operation({
    name: 'open-incident',
    summary: 'Begin the record of something that went wrong, with the stops and solutions that belong to it.',
    effect: 'write',
    once: true,
    http: { method: 'POST', path: '/incidents' },
    input: z.strictObject({ ...told, requestId: requestId(), language: language() }),
    output: incidentView,
    allows: worksIncidents,
    async run({ title, whatHappened, severity, noticedAt, stops, solutions, language }, { actor, db, now, scope, record }) {
      const { id: openedBy, human: openedByHuman } = asPerson(actor)
      const about = { title, whatHappened, severity, noticedAt: noticed(noticedAt, now), solutions: await solutionIds(db, solutions) }
      const row = await insertIncident(db, { ...about, openedBy, openedByHuman }, now)
      record(said.opened(row))
      await linkStops({ db, now, record }, row.id, stops)
      return presentIncident(charters, { db, actor, scope, now }, row, language)
    },
  })
