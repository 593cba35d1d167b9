import type { Role } from '#src/kernel/actor.ts'
import { refuse } from '#src/kernel/refusal.ts'

/** Who gives the sign-offs that a charter's lanes ask for. */
const offices: Readonly<Record<string, Role>> = {
  coe: 'coe-reviewer',
  'it-security': 'it-security',
  legal: 'legal',
  'change-management': 'change-manager',
  'program-lead': 'program-lead',
}

const called: Readonly<Record<string, string>> = {
  coe: 'the center of excellence',
  'it-security': 'IT security',
  legal: 'legal',
  'change-management': 'change management',
  'program-lead': 'the program lead',
}

/** What people call whoever gives a sign-off. */
export const calledOffice = (role: string): string => called[role] ?? role

/** Roles of sign-offs by the charter's word for them. */
export const signOffRoles = Object.keys(offices)

/** @throws Refusal `no-such-office` where a company's charter asks for a sign-off that no role of ours can give. */
export const officeOf = (role: string): Role => {
  const office = offices[role]
  if (office !== undefined) return office
  throw refuse(
    'conflict',
    'no-such-office',
    `The charter asks for a sign-off by “${role}”, and nobody can hold that office here.`,
    `Have the charter’s lanes name one of these: ${signOffRoles.join(', ')}.`,
  )
}

/** The sign-offs that somebody with these roles may give. */
export const rolesGiven = (held: readonly string[]): string[] => signOffRoles.filter(role => held.some(each => each === offices[role]))
