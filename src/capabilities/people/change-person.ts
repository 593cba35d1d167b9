import { z } from 'zod'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { checkPerson } from './check-person.ts'
import { personPage } from './contract.ts'
import { accountsJoined, personChanged, personContent } from './entries.ts'
import { personFields, personId, statedValues } from './fields.ts'
import { keepsPerson, unknownPerson } from './permissions.ts'
import { humanOf } from './person.ts'
import { pageOf } from './present.ts'
import { accountsOf, holdersOf, lockPeople, personById, updatePeople } from './store.ts'

export const changePerson = operation({
  name: 'change-person',
  summary: 'Change what the directory says of somebody: name, address, job, unit, manager. Roles take two people and stay as they are.',
  effect: 'write',
  http: { method: 'PUT', path: '/people/{person}' },
  input: z.strictObject({ person: personId(), version: version(), ...personFields() }),
  output: personPage,
  async target({ person }, { db }) {
    await lockPeople(db)
    return personById(db, person)
  },
  allows: keepsPerson,
  async run(stated, { actor, db, now, record }, row) {
    if (!row) throw unknownPerson()
    const values = statedValues(stated)
    await checkPerson(db, { ...values, id: row.id })
    const human = humanOf(values.employeeNumber, await holdersOf(db, [values.employeeNumber]), row.human)
    // A number joins whole human beings: were one account of several to go alone, it would be somebody else’s from then on.
    const along = human === row.human ? [] : (await accountsOf(db, [row.human])).filter(({ id }) => id !== row.id)
    const changed = [{ ...row, ...values, human }, ...along.map(account => ({ ...account, human }))]
    for (const after of await updatePeople(db, changed, now))
      record((after.id === row.id ? personChanged : accountsJoined)(personContent(after)))
    return pageOf(db, row.id, actor, now)
  },
})
