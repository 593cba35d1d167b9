import type { z } from 'zod'
import { roles } from '#src/kernel/actor.ts'
import type { Role } from '#src/kernel/actor.ts'
import type { personView } from './contract.ts'

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
