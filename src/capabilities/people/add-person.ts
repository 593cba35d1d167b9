import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { requestId } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { checkPerson } from './check-person.ts'
import { personPage } from './contract.ts'
import { personAdded, personContent } from './entries.ts'
import { personFields, statedValues } from './fields.ts'
import { administratorsOnly } from './permissions.ts'
import { humanOf } from './person.ts'
import { pageOf } from './present.ts'
import { holdersOf, insertPeople, lockPeople } from './store.ts'

export const addPerson = operation({
  name: 'add-person',
  summary: 'Put somebody into the directory, without any role; an invitation lets them in.',
  effect: 'write',
  once: true,
  http: { method: 'POST', path: '/people' },
  input: z.strictObject({ ...personFields(), requestId: requestId() }),
  output: personPage,
  allows: administratorsOnly,
  async run(stated, { actor, db, now, record }) {
    await lockPeople(db)
    const id = newId()
    const person = { ...statedValues(stated), id }
    await checkPerson(db, person)
    const human = humanOf(stated.employeeNumber, await holdersOf(db, [stated.employeeNumber]), id)
    for (const row of await insertPeople(db, [{ ...person, human, roles: [] }], now)) record(personAdded(personContent(row)))
    return pageOf(db, id, actor, now)
  },
})
