import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { keyOf, numberOf, personIn, solutionKey } from '../registry/index.ts'
import { affected, language, reachView, stopTarget, target } from './contract.ts'
import { startsStops } from './permissions.ts'
import { countTold, pageOfReach, reachOf } from './reach-store.ts'
import { namedTargets, targetOf } from './targets.ts'

/** What somebody sees before they stop something. */
export const previewStop = (charters: Charters) =>
  operation({
    name: 'preview-stop',
    summary: 'Every solution that a stop would cover, with its owner, tier and data, before anything is stopped.',
    effect: 'read',
    http: { method: 'GET', path: '/stops/preview' },
    input: z.strictObject({
      ...target(),
      after: solutionKey().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      language: language(),
    }),
    output: z.object({
      target: stopTarget,
      ...reachView,
      solutions: z.array(affected).describe('Newest first.'),
      next: z.string().nullable().describe('Pass it as `after` for more; null where there is no more.'),
    }),
    allows: startsStops,
    async run({ after, limit, language, ...asked }, { db }) {
      const about = await targetOf(charters, db, asked)
      const found = await pageOfReach(db, about, { after: after === undefined ? undefined : numberOf(after), limit })
      const rows = found.slice(0, limit)
      const names = await namesOf(
        db,
        rows.map(({ ownerId }) => ownerId),
      )
      const last = rows.at(-1)
      return {
        target: (await namedTargets(charters, db, [about], language))(about),
        ...(await reachOf(db, about)),
        told: await countTold(db, about),
        solutions: rows.map(({ number, ownerId, ...row }) => ({ ...row, key: keyOf(number), owner: personIn(names, ownerId) })),
        next: found.length > limit && last ? keyOf(last.number) : null,
      }
    },
  })
