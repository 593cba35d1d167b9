import type { Role } from '#src/kernel/actor.ts'

const holders: Record<Role, string> = {
  maker: 'a maker',
  'unit-lead': 'a unit lead',
  'coe-reviewer': 'a reviewer of the center of excellence',
  'it-security': 'IT security',
  legal: 'legal',
  'change-manager': 'a change manager',
  'program-lead': 'a program lead',
  auditor: 'an auditor',
  administrator: 'an administrator',
}

/** “a program lead, legal or IT security” */
export const anyOf = (roles: readonly Role[]): string => {
  const names = roles.map(role => holders[role])
  const last = names.at(-1) ?? 'nobody'
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`
}
