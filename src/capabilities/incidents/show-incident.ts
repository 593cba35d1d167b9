import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { incident, incidentView, language } from './contract.ts'
import { noSuchIncident, readsIncidents } from './permissions.ts'
import { presentIncident } from './present.ts'
import { incidentByNumber, incidentNumberOf } from './store.ts'

export const showIncident = (charters: Charters) =>
  operation({
    name: 'show-incident',
    summary: 'One incident: what happened when, what it reaches, what led to it, what is done and what was learned.',
    effect: 'read',
    http: { method: 'GET', path: '/incidents/{incident}' },
    input: z.strictObject({ incident: incident(), language: language() }),
    output: incidentView,
    allows: readsIncidents,
    async run({ incident, language }, looking) {
      const row = await incidentByNumber(looking.db, incidentNumberOf(incident))
      if (!row) throw noSuchIncident()
      return presentIncident(charters, looking, row, language)
    },
  })
