import { z } from 'zod'
import { version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { linkStops } from '../stops/index.ts'
import { incident, incidentView, language, learned, told } from './contract.ts'
import { expectOpen } from './held.ts'
import { solutionIds } from './linking.ts'
import { noticed } from './open-incident.ts'
import { noSuchIncident, worksOn } from './permissions.ts'
import { presentIncident } from './present.ts'
import * as said from './said.ts'
import { incidentNumberOf, lockIncident, updateIncident } from './store.ts'

export const changeIncident = (charters: Charters) =>
  operation({
    name: 'change-incident',
    summary: 'Say what is known now: what happened, how bad it is, what led to it, what was learned, what belongs to it.',
    effect: 'write',
    http: { method: 'PUT', path: '/incidents/{incident}' },
    input: z.strictObject({ incident: incident(), version: version(), ...told, ...learned, language: language() }),
    output: incidentView,
    target: ({ incident }, { db }) => lockIncident(db, incidentNumberOf(incident)),
    allows: worksOn,
    async run(
      { title, whatHappened, severity, noticedAt, cause, lessons, stops, solutions, language },
      { actor, db, now, scope, record },
      held,
    ) {
      if (!held) throw noSuchIncident()
      expectOpen(held)
      const row = await updateIncident(db, held.id, {
        title,
        whatHappened,
        severity,
        cause,
        lessons,
        noticedAt: noticed(noticedAt, now).toString(),
        solutions: JSON.stringify(await solutionIds(db, solutions)),
      })
      record(said.changed(row))
      await linkStops({ db, now, record }, row.id, stops)
      return presentIncident(charters, { db, actor, scope, now }, row, language)
    },
  })
