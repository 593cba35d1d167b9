import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { onlyTheProgram } from '../permissions.ts'
import { demoPeople, demoUnits } from './demo-people.ts'
import { installationFounded, personAdded, unitAdded } from './entries.ts'
import { installations, people, units } from './governed.ts'
import { insertInstallation, insertPeople, insertUnits, installationRow, lockPeople, setLeads } from './store.ts'

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
    await insertUnits(
      db,
      demoUnits.map(({ id, name, parent }) => ({ id, code: null, name, parentId: parent, leadId: null })),
      now,
    )
    const rows = await insertPeople(
      db,
      demoPeople.map(({ unit, manager = null, ...person }) => ({
        ...person,
        human: person.id,
        email: `${person.id}@aldermoor.example`,
        employeeNumber: null,
        contact: null,
        unitId: unit,
        managerId: manager,
      })),
      now,
    )
    const leads = new Map(demoUnits.flatMap(({ id, lead }) => (lead === undefined ? [] : [[id, lead] as const])))
    for (const unit of await setLeads(db, leads))
      record(
        unitAdded({
          subject: units.subject(unit),
          data: { parent: unit.parentId, lead: unit.leadId },
          personal: { name: unit.name, code: unit.code },
        }),
      )
    for (const row of rows)
      record(
        personAdded({
          subject: people.subject(row),
          data: { human: row.human, unit: row.unitId, manager: row.managerId, roles: row.roles },
          personal: {
            name: row.name,
            email: row.email,
            employeeNumber: row.employeeNumber,
            jobTitle: row.jobTitle,
            contact: row.contact,
          },
        }),
      )
    return { people: rows.length }
  },
})
