import { z } from 'zod'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { whyNotClosed } from './closing.ts'
import { incident, incidentMark } from './contract.ts'
import { expectOpen } from './held.ts'
import { closes, noSuchIncident, worksOn } from './permissions.ts'
import { markOf, todayIn } from './present.ts'
import * as said from './said.ts'
import { actionsOf, incidentNumberOf, lockIncident, updateIncident } from './store.ts'

const input = z.strictObject({ incident: incident(), version: version() })
const output = incidentMark.extend({ version: z.int() })

export const containIncident = operation({
  name: 'contain-incident',
  summary: 'Say that an incident does no more harm.',
  effect: 'write',
  http: { method: 'POST', path: '/incidents/{incident}/containment' },
  input,
  output,
  target: ({ incident }, { db }) => lockIncident(db, incidentNumberOf(incident)),
  allows: worksOn,
  async run(_, { db, now, record }, held) {
    if (!held) throw noSuchIncident()
    expectOpen(held)
    if (held.state === 'contained')
      throw refuse(
        'conflict',
        'incident-contained',
        'It is contained already.',
        'Close it once everything about it is written down.',
        'incident',
      )
    const row = await updateIncident(db, held.id, { state: 'contained', containedAt: now.toString() })
    record(said.contained(row))
    return { ...markOf(row), version: row.version }
  },
})

export const closeIncident = (charters: Charters) =>
  operation({
    name: 'close-incident',
    summary: 'Close an incident whose cause, lessons and actions are settled, as another person than opened it.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/incidents/{incident}/closing' },
    input,
    output,
    target: ({ incident }, { db }) => lockIncident(db, incidentNumberOf(incident)),
    allows: closes,
    async run(_, { actor, db, now, record }, held) {
      if (!held) throw noSuchIncident()
      expectOpen(held)
      const blockers = whyNotClosed(held, await actionsOf(db, held.id), await todayIn(charters, db, now))
      if (blockers.length > 0) throw new Refusal('conflict', 'incident-unsettled', 'It can’t be closed yet.', blockers)
      const { id: closedBy, human: closedByHuman } = asPerson(actor)
      const row = await updateIncident(db, held.id, { state: 'closed', closedAt: now.toString(), closedBy, closedByHuman })
      record(said.closed(row, closedBy))
      return { ...markOf(row), version: row.version }
    },
  })
