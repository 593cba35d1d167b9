import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { demoPeople } from './demo-people.ts'
import { personAdded } from './entries.ts'
import { people } from './governed.ts'
import { onlyTheProgram } from './permissions.ts'
import { hasPeople, insertPeople, lockPeople } from './store.ts'

export const addDemoPeople = operation({
  name: 'add-demo-people',
  summary: 'Fill an empty demo installation with the people of a made-up company.',
  effect: 'write',
  input: z.strictObject({}),
  output: z.object({ people: z.number() }),
  allows: onlyTheProgram,
  async run(_, { db, record }) {
    await lockPeople(db)
    if (await hasPeople(db)) throw refuse('conflict', 'already-filled', 'There are people here already.', 'There is nothing to do.')
    const rows = await insertPeople(db, demoPeople)
    for (const row of rows)
      record(
        personAdded({
          subject: people.subject(row),
          data: { roles: row.roles, demo: true },
          personal: { name: row.name, jobTitle: row.jobTitle, unit: row.unit },
        }),
      )
    return { people: rows.length }
  },
})
