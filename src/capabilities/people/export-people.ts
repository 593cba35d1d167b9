import { z } from 'zod'
import { operation } from '../operation.ts'
import { writePeopleList } from './people-list.ts'
import { seesEverybodyOnly } from './permissions.ts'
import { allPeople } from './store.ts'
import { pathText } from './unit-tree.ts'
import { openUnits } from './unit-store.ts'

export const exportPeople = operation({
  name: 'export-people',
  summary: 'The directory as a list in the form that an import takes; without those who left.',
  effect: 'read',
  http: { method: 'GET', path: '/people/export' },
  input: z.strictObject({}),
  output: z.object({ csv: z.string() }),
  allows: seesEverybodyOnly,
  async run(_, { db }) {
    const units = new Map((await openUnits(db)).map(unit => [unit.id, unit]))
    const people = await allPeople(db)
    const byId = new Map(people.map(person => [person.id, person]))
    return {
      csv: writePeopleList(
        people
          .filter(({ state }) => state !== 'left')
          .map(({ name, email, employeeNumber, jobTitle, unitId, managerId, contact }) => {
            const manager = managerId === null ? undefined : byId.get(managerId)
            return {
              name,
              email: email ?? '',
              employee_number: employeeNumber ?? '',
              job_title: jobTitle,
              unit: unitId === null ? '' : (units.get(unitId)?.code ?? pathText(units, unitId)),
              manager: manager?.email ?? manager?.employeeNumber ?? '',
              contact: contact ?? '',
            }
          }),
      ),
    }
  },
})
