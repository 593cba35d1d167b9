import { addDemoPeople } from './add-demo-people.ts'
import { addPerson } from './add-person.ts'
import * as entries from './entries.ts'
import { absences, installations, people, units } from './governed.ts'
import { listPeople } from './list-people.ts'
import { listUnits } from './list-units.ts'
import { showPerson } from './show-person.ts'

export { personView } from './contract.ts'
export { installationFounded, personAdded, personContent } from './entries.ts'
export { installations } from './governed.ts'
export { presentPerson, rolesOf } from './present.ts'
export { activePeople, activePerson, insertInstallation, insertPeople, installationRow, ledUnits, lockPeople, namesOf } from './store.ts'

/** Who exists: the company, its units and their people. */
export const peopleCapability = () => ({
  operations: [addDemoPeople, listUnits, listPeople, showPerson, addPerson],
  governed: [installations, units, people, absences],
  entries: [entries.installationFounded, entries.personAdded, entries.unitAdded],
})
