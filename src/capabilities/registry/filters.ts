import { z } from 'zod'
import type { Actor } from '#src/kernel/actor.ts'
import { flag, searchText } from '../search.ts'
import { states } from './lifecycle.ts'
import type { Wanted } from './list-store.ts'
import { wantedBy } from './solution.ts'

/** What lists, exports and saved views narrow solutions by; all of it holds together. */
export const filters = {
  q: searchText().optional(),
  state: z.enum(states).optional(),
  tier: z.coerce.number().int().min(1).max(4).optional(),
  kind: z.string().max(60).optional().describe('The kind of build, as declared.'),
  tool: z.string().max(200).optional().describe('The id of a tool that it uses.'),
  dataClass: z.string().max(60).optional().describe('A kind of data that it sees.'),
  unit: z.string().max(60).optional(),
  owner: z.string().max(60).optional(),
  expiresBefore: z.iso.datetime({ offset: true, message: 'Write a moment such as 2026-12-24T00:00:00Z.' }).optional(),
  mine: flag().optional().describe('Only what one builds, owns or stands in for.'),
  reusable: flag().optional().describe('Only what the center of excellence recommends as a template.'),
}

const filterSchema = z.strictObject(filters)
export type Filters = z.output<typeof filterSchema>

/** Filters as a list asks the database. */
export const wantedFor = ({ q, expiresBefore, mine, ...rest }: Filters, actor: Actor): Wanted => ({
  ...rest,
  ...wantedBy(q),
  expiresBefore: expiresBefore === undefined ? undefined : Temporal.Instant.from(expiresBefore),
  party: mine === true && actor.kind === 'person' ? actor.id : undefined,
})
