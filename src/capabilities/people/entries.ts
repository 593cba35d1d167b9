import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'
import { absences, people, units } from './governed.ts'
import type { AbsenceRow } from './absence-store.ts'
import type { PersonRow } from './store.ts'
import type { UnitRow } from './unit-store.ts'

/** Guildhall began to run this company's program, or a demo of it. */
export const installationFounded = defineEntry({
  type: 'installation-founded',
  version: 1,
  data: z.strictObject({ demo: z.boolean() }),
  personal: ['company'],
})

/**
 * A demo was loaded from a seed, and its time goes on from the seed's end. What stands before this was lived elsewhere; the
 * places and seals of all of it are of the ledger here.
 */
export const demoLoaded = defineEntry({
  type: 'demo-loaded',
  version: 1,
  data: z.strictObject({ seed: z.string(), entries: z.int(), aheadMs: z.int() }),
  personal: [],
})

/** What an entry about a person says, whatever happened. What says who they are stays erasable: the ledger keeps commitments. */
const aboutPerson = (type: string) =>
  defineEntry({
    type,
    version: 1,
    data: z.strictObject({
      human: z.string(),
      unit: z.string().nullable(),
      manager: z.string().nullable(),
      roles: z.array(z.string()),
    }),
    personal: ['name', 'email', 'employeeNumber', 'jobTitle', 'contact'],
  })

/** The content of such an entry for a row as it stands after the change. */
export const personContent = (row: PersonRow) => ({
  subject: people.subject(row),
  data: { human: row.human, unit: row.unitId, manager: row.managerId, roles: row.roles },
  personal: { name: row.name, email: row.email, employeeNumber: row.employeeNumber, jobTitle: row.jobTitle, contact: row.contact },
})

export const personAdded = aboutPerson('person-added')
export const personChanged = aboutPerson('person-changed')
export const personSuspended = aboutPerson('person-suspended')
/** Back from a suspension, or from having left. */
export const personResumed = aboutPerson('person-resumed')
export const personLeft = aboutPerson('person-left')
/** An account was said to belong to the same human being as another. */
export const accountsJoined = aboutPerson('accounts-joined')
/** Two people agreed that an account belongs to a human being of its own. */
export const accountsSeparated = aboutPerson('accounts-separated')
/** Two people gave or took roles of the whole company. */
export const rolesChanged = aboutPerson('roles-changed')

const aboutUnit = (type: string) =>
  defineEntry({
    type,
    version: 1,
    data: z.strictObject({ parent: z.string().nullable(), lead: z.string().nullable(), mergedInto: z.string().nullable() }),
    personal: ['name', 'code'],
  })

export const unitContent = (row: UnitRow) => ({
  subject: units.subject(row),
  data: { parent: row.parentId, lead: row.leadId, mergedInto: row.mergedInto },
  personal: { name: row.name, code: row.code },
})

export const unitAdded = aboutUnit('unit-added')
export const unitChanged = aboutUnit('unit-changed')
/** A unit ended; its people, sub-units and solutions went where it says. */
export const unitClosed = aboutUnit('unit-closed')
/** Two people gave a unit to a lead, or took it from one. */
export const unitLeadChanged = aboutUnit('unit-lead-changed')

const aboutAbsence = (type: string) =>
  defineEntry({
    type,
    version: 1,
    data: z.strictObject({ person: z.string(), deputy: z.string().nullable() }),
    personal: ['firstDay', 'lastDay'],
  })

const absenceContent = ({ personId, deputyId, firstDay, lastDay }: AbsenceRow) => ({
  data: { person: personId, deputy: deputyId },
  personal: { firstDay, lastDay },
})

export const absenceAdded = aboutAbsence('absence-added')
export const absenceRemoved = aboutAbsence('absence-removed')
export const addedAbsence = (row: AbsenceRow) => absenceAdded({ subject: absences.subject(row), ...absenceContent(row) })
export const removedAbsence = (row: AbsenceRow) => absenceRemoved({ subject: absences.ended(row), ...absenceContent(row) })

/** A list of people was taken in; what it changed stands in entries of their own, written with this one. */
export const listImported = defineEntry({
  type: 'list-imported',
  version: 1,
  data: z.strictObject({ added: z.int(), changed: z.int(), left: z.int(), whole: z.boolean() }),
  personal: [],
})
