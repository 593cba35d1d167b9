import { z } from 'zod'
import { hasRole } from '#src/kernel/actor.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { openProposalAbout } from '../proposals/index.ts'
import { keyOf, numberOf, personIn, solutionKey, stopNumberOf } from '../registry/index.ts'
import { language, stopKey, stopView } from './contract.ts'
import { pageOfHolds, progressOf } from './hold-store.ts'
import { LIFT } from './lift-stop.ts'
import { readsStops, stoppers, unknownStop } from './permissions.ts'
import { presentStops } from './present.ts'
import { stopByNumber } from './store.ts'

export const showStop = (charters: Charters) =>
  operation({
    name: 'show-stop',
    summary: 'One stop: how far it came and when, what it suspended, and what became of that.',
    effect: 'read',
    http: { method: 'GET', path: '/stops/{stop}' },
    input: z.strictObject({
      stop: stopKey(),
      after: solutionKey().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      language: language(),
    }),
    output: stopView,
    allows: readsStops,
    async run({ stop: key, after, limit, language }, { actor, db, now, scope }) {
      const row = await stopByNumber(db, stopNumberOf(key))
      const [summary] = row ? await presentStops(charters, db, [row], language) : []
      if (!row || !summary) throw unknownStop()
      const found = await pageOfHolds(db, scope, row.id, { after: after === undefined ? undefined : numberOf(after), limit })
      const holds = found.slice(0, limit)
      const { firstAt } = (await progressOf(db, [row.id]))(row.id)
      const people = [...holds.map(({ ownerId }) => ownerId), row.liftedBy, row.liftProposedBy].filter(id => id !== null)
      const names = await namesOf(db, people)
      const lifting = await openProposalAbout(db, LIFT, row.id, now)
      const last = holds.at(-1)
      return {
        ...summary,
        firstAt: firstAt?.toString() ?? null,
        secondsToFull: row.fullAt === null ? null : row.startedAt.until(row.fullAt).total('seconds'),
        gateway: 'not-connected' as const,
        platforms: 'not-connected' as const,
        lifted:
          row.liftedBy === null || row.liftProposedBy === null
            ? null
            : {
                by: personIn(names, row.liftedBy),
                proposedBy: personIn(names, row.liftProposedBy),
                releasedAt: row.releasedAt?.toString() ?? null,
              },
        you: { mayLift: row.liftedAt === null && lifting === null && hasRole(actor, ...stoppers), lifting },
        solutions: holds.map(hold => ({
          key: keyOf(hold.number),
          name: hold.name,
          tier: hold.tier,
          state: hold.state,
          owner: personIn(names, hold.ownerId),
          heldAt: hold.heldAt.toString(),
          suspended: hold.suspended,
          outcome: hold.outcome,
          kept: hold.kept,
        })),
        next: found.length > limit && last ? keyOf(last.number) : null,
      }
    },
  })
