import { addAbsence } from './add-absence.ts'
import { addDemoPeople } from './add-demo-people.ts'
import { addPerson } from './add-person.ts'
import { addUnit } from './add-unit.ts'
import { changeContact } from './change-contact.ts'
import { changePerson } from './change-person.ts'
import { changeRoles, proposeRoleChange } from './change-roles.ts'
import { changeUnit } from './change-unit.ts'
import { closeUnit } from './close-unit.ts'
import * as entries from './entries.ts'
import { exportPeople } from './export-people.ts'
import { absences, demoClocks, installations, people, units } from './governed.ts'
import { importPeople } from './import-people.ts'
import { joinAccounts } from './join-accounts.ts'
import { listContacts } from './list-contacts.ts'
import { listPeople } from './list-people.ts'
import { listUnits } from './list-units.ts'
import { previewImport } from './preview-import.ts'
import { recordDeparture } from './record-departure.ts'
import { removeAbsence } from './remove-absence.ts'
import { resumePerson } from './resume-person.ts'
import { proposeSeparation, separateAccounts } from './separate-accounts.ts'
import { showPerson } from './show-person.ts'
import { suspendPerson } from './suspend-person.ts'

export { demoPeople } from './demo-people.ts'
export { personView } from './contract.ts'
export { demoLoaded, installationFounded, personAdded, personContent } from './entries.ts'
export { beginDemoClock, demoClockRow, lockInstallation } from './demo-clock-store.ts'
export { demoClocks, installations } from './governed.ts'
export { pageOfPeople } from './directory.ts'
export { mayKnowOf } from './permissions.ts'
export { presentPerson, rolesOf } from './present.ts'
export { activePeople, activePerson, insertInstallation, insertPeople, installationRow, ledUnits, lockPeople, namesOf } from './store.ts'

/** Who exists: the company, its units and their people. */
export const peopleCapability = () => ({
  operations: [
    addDemoPeople,
    listUnits,
    addUnit,
    changeUnit,
    closeUnit,
    listPeople,
    showPerson,
    addPerson,
    changePerson,
    suspendPerson,
    resumePerson,
    recordDeparture,
    exportPeople,
    previewImport,
    importPeople,
    addAbsence,
    removeAbsence,
    changeContact,
    listContacts,
    joinAccounts,
    proposeRoleChange,
    proposeSeparation,
  ],
  kinds: [changeRoles, separateAccounts],
  governed: [installations, demoClocks, units, people, absences],
  entries: [
    entries.installationFounded,
    entries.demoLoaded,
    entries.personAdded,
    entries.personChanged,
    entries.personSuspended,
    entries.personResumed,
    entries.personLeft,
    entries.accountsJoined,
    entries.accountsSeparated,
    entries.rolesChanged,
    entries.unitAdded,
    entries.unitChanged,
    entries.unitClosed,
    entries.unitLeadChanged,
    entries.absenceAdded,
    entries.absenceRemoved,
    entries.listImported,
  ],
})
