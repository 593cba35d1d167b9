import type { Person } from '../../client.generated.ts'

export type Role = Person['roles'][number]

/** In the order in which people meet them. */
export const allRoles: readonly Role[] = [
  'maker',
  'unit-lead',
  'coe-reviewer',
  'it-security',
  'legal',
  'change-manager',
  'program-lead',
  'auditor',
  'administrator',
]

export const isRole = (text: string): text is Role => allRoles.some(role => role === text)
