import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { onlyTheProgram } from '../permissions.ts'
import { demoPeople, demoUnits } from './demo-people.ts'
import { installationFounded, personAdded, personContent, unitAdded, unitContent } from './entries.ts'
import { installations } from './governed.ts'
import { insertInstallation, insertPeople, installationRow, lockPeople } from './store.ts'
import { insertUnits } from './unit-store.ts'

const company = 'Aldermoor Foods'

export const addDemoPeople = operation({
  name: 'add-demo-people',
  summary: 'Fill an empty demo installation with the units and people of a made-up company.',
  effect: 'write',
  input: z.strictObject({}),
  output: z.object({ people: z.number() }),
  allows: onlyTheProgram,
  async run(_, { db, now, record }) {
    await lockPeople(db)
    if (await installationRow(db)) throw refuse('conflict', 'already-filled', 'There are people here already.', 'There is nothing to do.')
    const founded = await insertInstallation(db, { id: newId(), company, demo: true }, now)
    record(installationFounded({ subject: installations.subject(founded), data: { demo: true }, personal: { company } }))
    // Units name their leads and people their units: whoever comes first points to somebody who is still to come.
    await sql`set constraints all deferred`.execute(db)
    const units = demoUnits.map(({ id, name, parent, lead = null }) => ({ id, code: null, name, parentId: parent, leadId: lead }))
    for (const row of await insertUnits(db, units, now)) record(unitAdded(unitContent(row)))
    const people = demoPeople.map(({ unit, manager = null, ...person }) => ({
      ...person,
      human: person.id,
      email: `${person.id}@aldermoor.example`,
      employeeNumber: null,
      contact: null,
      unitId: unit,
      managerId: manager,
    }))
    for (const row of await insertPeople(db, people, now)) record(personAdded(personContent(row)))
    return { people: people.length }
  },
})
