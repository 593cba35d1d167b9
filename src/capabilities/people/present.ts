import type { z } from 'zod'
import { roles } from '#src/kernel/actor.ts'
import type { Actor, Role } from '#src/kernel/actor.ts'
import type { Db } from '#src/store/index.ts'
import { absencesAround } from './absence-store.ts'
import type { AbsenceRow } from './absence-store.ts'
import type { absenceView, personPage, personSummary, personView } from './contract.ts'
import { dayOf } from './days.ts'
import type { DirectoryRow } from './directory.ts'
import { directoryRow } from './directory.ts'
import { mayPlanAbsence, seesConfidential, unknownPerson } from './permissions.ts'
import { accountsOf, namesOf } from './store.ts'
import { unitsLedBy, unitsOf } from './unit-store.ts'

const isRole = (role: string): role is Role => roles.some(known => known === role)

/** A person's roles as rules see them: those of the whole company, and the one of whoever leads a unit. */
export const rolesOf = (held: readonly string[], leads: boolean): Role[] =>
  roles.filter(role => (role === 'unit-lead' ? leads : held.some(each => isRole(each) && each === role)))

export const presentPerson = (row: {
  id: string
  name: string
  jobTitle: string
  unit: string | null
  roles: readonly string[]
  leads: boolean
}): z.input<typeof personView> => ({
  id: row.id,
  name: row.name,
  jobTitle: row.jobTitle,
  unit: row.unit ?? '',
  roles: rolesOf(row.roles, row.leads),
})

/** A person as a list shows them to this caller. */
export const summaryOf = (row: DirectoryRow, actor: Actor): z.input<typeof personSummary> => ({
  id: row.id,
  name: row.name,
  jobTitle: row.jobTitle,
  unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' },
  roles: rolesOf(row.roles, row.leads),
  contact: row.contact,
  ...(seesConfidential(actor, row) ? { email: row.email, employeeNumber: row.employeeNumber, state: row.state } : {}),
})

/** A person's page for this caller: a fixed number of queries, however long the history. */
export const pageOf = async (db: Db, id: string, actor: Actor, now: Temporal.Instant): Promise<z.input<typeof personPage>> => {
  const row = await directoryRow(db, id)
  if (!row) throw unknownPerson()
  const today = dayOf(now)
  const absences = (await absencesAround(db, [id], today)).filter(({ personId }) => personId === id)
  const names = await namesOf(
    db,
    [row.managerId, ...absences.map(({ deputyId }) => deputyId)].filter(other => other !== null),
  )
  const named = (other: string | null) => (other === null ? null : { id: other, name: names.get(other) ?? '' })
  const away = absences.find(({ firstDay }) => firstDay <= today)
  return {
    ...summaryOf(row, actor),
    version: row.version,
    manager: named(row.managerId),
    leads: await unitsLedBy(db, id),
    away: away ? { lastDay: away.lastDay, deputy: named(away.deputyId) } : null,
    ...(mayPlanAbsence(actor, row) || seesConfidential(actor, row) ? { absences: absences.map(presentAbsence(named)) } : {}),
    ...(seesConfidential(actor, row) ? await confidentialOf(db, row) : {}),
  }
}

const confidentialOf = async (db: Db, row: DirectoryRow) => ({
  stateSince: row.stateSince.toString(),
  units: await unitsOf(db, row.id),
  accounts: (await accountsOf(db, [row.human]))
    .filter(({ id }) => id !== row.id)
    .map(({ id, name, email, state }) => ({ id, name, email, state })),
})

export const presentAbsence =
  (named: (id: string | null) => { id: string; name: string } | null) =>
  ({ id, version, firstDay, lastDay, deputyId }: AbsenceRow): z.input<typeof absenceView> => ({
    id,
    version,
    firstDay,
    lastDay,
    deputy: named(deputyId),
  })
