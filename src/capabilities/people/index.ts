import { addDemoPeople } from './add-demo-people.ts'
import { installationFounded, personAdded, unitAdded } from './entries.ts'
import { installations, people, units } from './governed.ts'

export { personView } from './contract.ts'
export { presentPerson, rolesOf } from './present.ts'
export { activePeople, activePerson, installationRow, ledUnits, namesOf } from './store.ts'

/** Who exists: the company, its units and their people. */
export const peopleCapability = () => ({
  operations: [addDemoPeople],
  governed: [installations, units, people],
  entries: [installationFounded, unitAdded, personAdded],
})
