import { z } from 'zod'
import { roles } from '#src/kernel/actor.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { signedIn } from '../permissions.ts'
import { searchText } from '../search.ts'
import { personSummary, states } from './contract.ts'
import { pageOfPeople } from './directory.ts'
import { personId, unitId } from './fields.ts'
import { seesEverybody } from './permissions.ts'
import { summaryOf } from './present.ts'

export const listPeople = operation({
  name: 'list-people',
  summary: 'The people of the company by name, as far as you may know of them.',
  effect: 'read',
  http: { method: 'GET', path: '/people' },
  input: z.strictObject({
    q: searchText().optional(),
    unit: unitId().optional().describe('A unit’s id: its people and those of every unit below it.'),
    role: z.enum(roles).optional(),
    state: z.enum(states).optional().describe('For administrators and auditors.'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    after: personId().optional(),
  }),
  output: z.object({
    people: z.array(personSummary),
    next: z.string().nullable().describe('Pass it as `after` for the next page; null on the last one.'),
    total: z.int(),
  }),
  allows: signedIn,
  async run({ limit, after, ...wanted }, { actor, db }) {
    if (wanted.state !== undefined && !seesEverybody(actor))
      throw refuse(
        'forbidden',
        'state-confidential',
        'Only administrators and auditors see who is suspended or has left.',
        'Leave the state out.',
        'state',
      )
    const { rows, more, total } = await pageOfPeople(db, actor, wanted, { limit, after })
    return { people: rows.map(row => summaryOf(row, actor)), next: more ? (rows.at(-1)?.id ?? null) : null, total }
  },
})
