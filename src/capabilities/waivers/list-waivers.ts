import { z } from 'zod'
import { id } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { signedIn } from '../permissions.ts'
import { solutionKey, numberOf } from '../registry/index.ts'
import { language, standings, waiverView } from './contract.ts'
import { todayIn } from './held.ts'
import { presentWaivers } from './present.ts'
import { pageOfWaivers } from './store.ts'

export const listWaivers = (charters: Charters) =>
  operation({
    name: 'list-waivers',
    summary: 'Leave not to meet duties, of the solutions that you may see, newest first; with what can be put off and what never.',
    effect: 'read',
    http: { method: 'GET', path: '/waivers' },
    input: z.strictObject({
      standing: z.enum(standings).optional(),
      solution: solutionKey().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      before: id().optional(),
      language: language(),
    }),
    output: z.object({
      waivers: z.array(waiverView),
      next: z.string().nullable().describe('Pass it as `before` for the next page; null on the last one.'),
      atMostDays: z.int(),
      waivable: z.array(z.object({ id: z.string(), title: z.string(), by: z.string(), byName: z.string() })),
      never: z.array(z.object({ id: z.string(), text: z.string() })).describe('What nobody may waive.'),
    }),
    allows: signedIn,
    async run({ standing, solution, limit, before, language }, { db, now, scope }) {
      const charter = await charters.adopted(db)
      const found = await pageOfWaivers(db, scope, {
        standing,
        solution: solution === undefined ? undefined : numberOf(solution),
        limit,
        before,
        today: todayIn(charter, now).toString(),
      })
      const rows = found.slice(0, limit)
      const { atMostDays, waivable, never } = charter.documents['waivers.yaml']
      return {
        waivers: await presentWaivers(db, rows, { charter, language, now }),
        next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
        atMostDays,
        waivable: waivable.map(({ id, title, by }) => ({
          id,
          title: title[language],
          by,
          byName: charter.contacts.find(contact => contact.id === by)?.name[language] ?? by,
        })),
        never: never.map(({ id, text }) => ({ id, text: text[language] })),
      }
    },
  })
