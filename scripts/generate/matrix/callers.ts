import { roles } from '#src/kernel/actor.ts'
import type { Person, Role, TokenScope } from '#src/kernel/actor.ts'
import type { Caller } from './frame.ts'

/*
 * The made-up people of the matrix. Examples name them by these ids: `owner` and `colleague` belong to `unit`, which `lead`
 * leads; `every-role` leads the `department` above it; `other-lead` leads `other-unit`, to which whoever holds a single
 * role belongs, and has that role's name as their id.
 */

const person = (id: string, held: readonly Role[], more: Partial<Person> = {}): Person => ({
  kind: 'person',
  id,
  human: id,
  name: id,
  roles: held,
  unit: 'unit',
  leads: [],
  access: `access-of-${id}`,
  may: null,
  ...more,
})

/** Roles that hold for the whole company, one caller each; who leads a unit is a caller of their own. */
const single = roles.filter(role => role !== 'maker' && role !== 'unit-lead')

const everyRole = person('every-role', roles, { leads: ['department', 'unit'] })

/** Whoever took a role for an emergency: it stands with the emergency, not with the person. */
const inEmergency = person('in-emergency', ['maker', 'it-security'])

/** The roles that a made-up person holds for good, as their own row has them. */
export const standingRoles = ({ id, roles: held }: Pick<Person, 'id' | 'roles'>): Role[] =>
  held.filter(role => role !== 'unit-lead' && !(id === inEmergency.id && role === 'it-security'))

/** Of somebody who may as much as anybody, so that what a token is refused is for being one. */
const tokenOf = (may: TokenScope): Person => ({ ...everyRole, may })

/** Every kind of caller, one column each: first who is asked what they may, then who never gets that far. */
export const callers: readonly Caller[] = [
  { name: 'visitor', group: 'people', who: 'nobody signed in', actor: { kind: 'anonymous' } },
  { name: 'owner', group: 'people', who: 'a maker, asked about what is theirs', actor: person('owner', ['maker']) },
  {
    name: 'second account',
    group: 'people',
    who: 'another account of the owner’s: the same human being',
    actor: person('owner-again', ['maker'], { human: 'owner' }),
  },
  { name: 'colleague', group: 'people', who: 'another maker of the same unit', actor: person('colleague', ['maker']) },
  { name: 'lead', group: 'people', who: 'leads that unit', actor: person('lead', ['maker', 'unit-lead'], { leads: ['unit'] }) },
  {
    name: 'other lead',
    group: 'people',
    who: 'leads another unit',
    actor: person('other-lead', ['maker', 'unit-lead'], { unit: 'other-unit', leads: ['other-unit'] }),
  },
  ...single.map(role => ({
    name: role,
    group: 'people' as const,
    who: `holds the role ${role} alone`,
    actor: person(role, [role], { unit: 'other-unit' }),
  })),
  {
    name: 'every role',
    group: 'people',
    who: 'holds every role and leads the department above that unit',
    actor: everyRole,
  },
  { name: 'no role', group: 'people', who: 'has an account and no role', actor: person('no-role', []) },
  {
    name: 'emergency',
    group: 'people',
    who: 'a maker who took the role of IT security for an emergency',
    actor: inEmergency,
  },
  {
    name: 'read token',
    group: 'ways in',
    who: 'a token for reading, of somebody with every role',
    actor: tokenOf({ effects: ['read'], operations: null }),
  },
  {
    name: 'write token',
    group: 'ways in',
    who: 'a token for reading and changing, of somebody with every role',
    actor: tokenOf({ effects: ['read', 'write'], operations: null }),
  },
  {
    name: 'narrow token',
    group: 'ways in',
    who: 'a token for `list-solutions` alone, of somebody with every role',
    actor: tokenOf({ effects: ['read', 'write'], operations: ['list-solutions'] }),
  },
  { name: 'operator', group: 'ways in', who: 'somebody at the terminal who holds the data', actor: { kind: 'system', job: 'operator' } },
  { name: 'the program', group: 'ways in', who: 'a job; no request can be one', actor: { kind: 'system', job: 'example' } },
  { name: 'suspended', group: 'ways in', who: 'a sign-in of somebody who is suspended', turnedAway: 'session-ended' },
  { name: 'left', group: 'ways in', who: 'a sign-in of somebody who left the company', turnedAway: 'session-ended' },
  { name: 'expired sign-in', group: 'ways in', who: 'a sign-in past its time', turnedAway: 'session-ended' },
  { name: 'ended sign-in', group: 'ways in', who: 'a sign-in that was signed out', turnedAway: 'session-ended' },
  { name: 'made-up sign-in', group: 'ways in', who: 'a secret that was never given to anybody', turnedAway: 'session-ended' },
  { name: 'made-up token', group: 'ways in', who: 'the same as a token', turnedAway: 'token-ended' },
  { name: 'expired token', group: 'ways in', who: 'a token past its time', turnedAway: 'token-ended' },
  { name: 'wrong operator', group: 'ways in', who: 'an operator’s secret of another server', turnedAway: 'no-operator' },
]
