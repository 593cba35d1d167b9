import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { requestId, text } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { putDownJob } from '../jobs/index.ts'
import { asPerson } from '../permissions.ts'
import type { StopRow, StopTarget } from '../registry/index.ts'
import { nothingStarts, stopKeyOf } from '../registry/index.ts'
import { incidentKey, language, stopSummary, target } from './contract.ts'
import { countUnheld } from './hold-store.ts'
import { holdPart, noteFull, PART } from './holding.ts'
import { CONTINUE } from './continue-job.ts'
import { startsStops } from './permissions.ts'
import { presentStops } from './present.ts'
import { reachOf } from './reach-store.ts'
import * as said from './said.ts'
import { incidentNamed, insertStop, sameInForce, stopById } from './store.ts'
import { targetOf } from './targets.ts'

/**
 * In force with its row: whatever lets something run looks at the stops there are, in its own transaction. A few solutions are
 * suspended together with it; many by a job, so that nothing waits for them.
 */
export const startStop = (charters: Charters) =>
  operation({
    name: 'start-stop',
    summary: 'Stop a solution, a tool, a model or a unit at once, alone and with a reason; lifting it takes two people.',
    effect: 'write',
    attended: true,
    once: true,
    http: { method: 'POST', path: '/stops' },
    input: z.strictObject({
      ...target(),
      because: text(2_000, { lines: true }).describe('What happened, for the owners and for those who look into it.'),
      incident: incidentKey().optional().describe('What it is part of.'),
      requestId: requestId(),
      language: language(),
    }),
    output: stopSummary.extend({ told: z.int().describe('How many people hear of what it suspended together with its beginning.') }),
    allows: startsStops,
    async run({ because, incident, language, ...asked }, { actor, db, now, record, send }) {
      const writing = { db, now, record, send }
      const about = await targetOf(charters, db, asked)
      const incidentId = incident === undefined ? null : await openIncident(db, incident)
      await nothingStarts(db)
      await expectNew(db, about)
      const { id: startedBy, human: startedByHuman } = asPerson(actor)
      const { running } = await reachOf(db, about)
      const row = await insertStop(db, { ...about, because, incidentId, startedBy, startedByHuman, running }, now)
      record(said.started(row))
      const few = (await countUnheld(db, row)) <= PART
      const told = few ? (await holdPart(writing, row, { passing: true })).told : 0
      if ((await noteFull(writing, row)) > 0)
        await putDownJob(db, { ...CONTINUE, key: row.id, input: {}, dueAt: now, askedBy: startedBy }, now)
      const [shown] = await presentStops(charters, db, [await again(db, row)], language)
      if (!shown) throw new Error('A stop that was just made is not there.')
      return { ...shown, told }
    },
  })

const again = async (db: Db, row: StopRow): Promise<StopRow> => (await stopById(db, row.id)) ?? row

const expectNew = async (db: Db, about: StopTarget): Promise<void> => {
  const same = await sameInForce(db, about)
  if (!same) return
  const key = stopKeyOf(same.number)
  throw refuse('conflict', 'stopped-already', `It is stopped already (${key}).`, `There is nothing to do; ${key} is in force.`, 'target')
}

const openIncident = async (db: Db, key: string): Promise<string> => {
  const incident = await incidentNamed(db, key)
  if (!incident || incident.state === 'closed')
    throw refuse(
      'conflict',
      'no-open-incident',
      'There is no such incident, or it is closed.',
      'Choose an open one, or leave it out.',
      'incident',
    )
  return incident.id
}
