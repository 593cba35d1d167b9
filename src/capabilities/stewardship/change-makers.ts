import { z } from 'zod'
import { Refusal } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import {
  addAuthors,
  expectPossible,
  lockSolution,
  numberOf,
  solutionKey,
  solutions,
  solutionSummary,
  stateOf,
  summaryOf,
  unknownSolution,
  updateSolution,
} from '../registry/index.ts'
import { solutionPeopleChanged } from './entries.ts'
import { lockAccounts } from './people-store.ts'
import { namesMakers } from './permissions.ts'

export const changeMakers = operation({
  name: 'change-makers',
  summary: 'Say who builds a solution besides its maker. Whoever once did counts as its author for ever.',
  effect: 'write',
  http: { method: 'PUT', path: '/solutions/{key}/makers' },
  input: z.strictObject({
    key: solutionKey(),
    version: version(),
    coMakers: z.array(z.string().max(60)).max(20).describe('Everybody who builds it too; whoever is left out no longer does.'),
  }),
  output: solutionSummary,
  target: ({ key }, { db }) => lockSolution(db, numberOf(key)),
  allows: namesMakers,
  async run({ coMakers }, { db, now, record }, solution) {
    if (!solution) throw unknownSolution()
    expectPossible('hand-over', stateOf(solution))
    const wanted = [...new Set(coMakers)].filter(id => id !== solution.makerId).toSorted()
    const accounts = await lockAccounts(db, wanted)
    const added = wanted.filter(id => !solution.coMakers.includes(id))
    const gone = added.filter(id => accounts.get(id)?.active !== true)
    if (gone.length > 0)
      throw new Refusal(
        'invalid',
        'nobody-active',
        'Somebody you named is not here now.',
        gone.map(id => ({
          field: 'coMakers',
          reason: `Nobody with the id ${id} is active.`,
          remedy: 'Leave them out, or choose somebody from the directory.',
        })),
      )
    await addAuthors(
      db,
      solution.id,
      added.flatMap(id => {
        const account = accounts.get(id)
        return account ? [{ id, human: account.human, how: 'co-made' as const }] : []
      }),
      now,
    )
    const row = await updateSolution(db, solution.id, { coMakers: wanted }, now)
    record(solutionPeopleChanged({ subject: solutions.subject(row), data: { coMakers: wanted }, personal: {} }))
    return summaryOf(row, await namesOf(db, [row.ownerId]))
  },
})
