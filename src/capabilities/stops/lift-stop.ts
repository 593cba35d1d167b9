import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { putDownJob } from '../jobs/index.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { proposalKind, proposing } from '../proposals/index.ts'
import type { StopRow } from '../registry/index.ts'
import { stopNumberOf } from '../registry/index.ts'
import { CONTINUE } from './continue-job.ts'
import { stopKey } from './contract.ts'
import { behindHolds, progressOf } from './hold-store.ts'
import { PART } from './holding.ts'
import { stoppers, unknownStop } from './permissions.ts'
import { presentStops } from './present.ts'
import { releasePart } from './releasing.ts'
import * as said from './said.ts'
import { lockStop, moveStop, stopById, stopByNumber, stopsById } from './store.ts'

export const LIFT = 'lift-stop'

const expectInForce = async (db: Db, id: string): Promise<StopRow> => {
  const row = await stopById(db, id)
  if (!row) throw unknownStop()
  if (row.liftedAt !== null) throw refuse('conflict', 'stop-lifted', 'It was lifted already.', 'There is nothing to do.', 'stop')
  return row
}

const nameOf = (shown: Awaited<ReturnType<typeof presentStops>>[number] | undefined): string => {
  const { name, model } = shown?.target ?? { name: '', model: null }
  return model === null ? name : `${name}, ${model}`
}

/** Lifting a stop lets what it suspended run again. Whoever owns or builds any of that gains by it and is never the second person. */
export const liftStopKind = (charters: Charters) =>
  proposalKind({
    kind: LIFT,
    called: 'the lifting of a stop',
    content: z.strictObject({
      stop: z.string().max(60),
      behind: z.array(z.string().max(60)).max(1_000).describe('Accounts with an office that own or build what it suspended.'),
    }),
    details: z
      .object({ key: z.string(), kind: z.string(), target: z.string(), name: z.string(), suspended: z.int() })
      .meta({ id: 'StopLifting' }),
    proposedBy: [...stoppers],
    decidedBy: [...stoppers],
    readBy: ['auditor'],
    subject: ({ stop }) => stop,
    async named(ids, { db, language }) {
      const stops = await stopsById(db, ids)
      const shown = await presentStops(charters, db, stops, language)
      return new Map(stops.map(({ id }, at) => [id, nameOf(shown[at])]))
    },
    favours: ({ behind }) => behind.map(person => ({ person })),
    lock: async ({ stop }, db) => {
      await lockStop(db, stop)
    },
    async check({ stop, behind }, { db }) {
      await expectInForce(db, stop)
      if ((await behindHolds(db, stop, stoppers)).some(person => !behind.includes(person)))
        throw refuse(
          'conflict',
          'others-behind-it',
          'Others own or build it now than when this was proposed, and they would gain by it too.',
          'Decline this, and propose it anew.',
        )
    },
    async preview({ stop }, { db, language }) {
      const row = await stopById(db, stop)
      const [shown] = row ? await presentStops(charters, db, [row], language) : []
      if (!row || !shown) throw unknownStop()
      const { key, target, suspended } = shown
      const name = nameOf(shown)
      const words =
        language === 'de'
          ? [
              `${key} endet: ${name}. ${suspended} angehaltene Lösungen laufen wieder, soweit nichts anderes sie hält; jede wird neu geprüft.`,
            ]
          : [`${key} ends: ${name}. ${suspended} suspended solutions run again unless something else holds them; each is checked anew.`]
      return { words, details: { key, kind: target.kind, target: target.id, name, suspended } }
    },
    async effect({ stop: id }, { db, now, record, send, proposal: { proposedBy, adoptedBy } }) {
      const writing = { db, now, record, send }
      const row = await moveStop(db, id, { liftedAt: now.toString(), liftedBy: adoptedBy, liftProposedBy: proposedBy })
      record(said.lifted(row, { proposedBy, adoptedBy }))
      const { all } = (await progressOf(db, [id]))(id)
      if (all < PART) await releasePart(charters, writing, row)
      else await putDownJob(db, { ...CONTINUE, key: `${id} lifted`, input: {}, dueAt: now, askedBy: adoptedBy }, now)
    },
  })

export const proposeLift = (kind: ReturnType<typeof liftStopKind>) =>
  proposing(kind, {
    name: 'propose-lift',
    summary: 'Propose that a stop is lifted; a second person decides, and what it suspended is checked anew before it runs.',
    path: '/proposals/lifted-stops',
    input: z.strictObject({ stop: stopKey() }),
    async content({ stop: key }, { db }) {
      const row = await stopByNumber(db, stopNumberOf(key))
      if (!row) throw unknownStop()
      return { stop: row.id, behind: await behindHolds(db, row.id, stoppers) }
    },
  })
