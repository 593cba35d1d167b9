import type { Actor } from '#src/kernel/actor.ts'
import { hasRole, isHuman } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly, signedIn } from '../permissions.ts'
import type { PersonRow } from './store.ts'
import type { UnitRow } from './unit-store.ts'

/** Administrators keep people and units; that gives them no say over solutions. */
export const administratorsOnly = (actor: Actor): Refusal | null =>
  signedIn(actor) ??
  (hasRole(actor, 'administrator')
    ? null
    : refuse(
        'forbidden',
        'administrators-only',
        'Only an administrator keeps people and units.',
        'Ask an administrator; the list of contacts names them.',
      ))

/** E-mail, employee number, state and further accounts: for those who keep or audit them, and for the person. */
export const seesConfidential = (actor: Actor, person: Pick<PersonRow, 'human'>): boolean =>
  seesEverybody(actor) || isHuman(actor, person.human)

/** Whether an actor sees what is confidential about everybody. */
export const seesEverybody = (actor: Actor): boolean => actor.kind === 'system' || hasRole(actor, 'administrator', 'auditor')

/** Who has left is in the directory for those alone who see what is confidential about them. */
export const mayKnowOf = (actor: Actor, person: Pick<PersonRow, 'human' | 'state'>): boolean =>
  person.state !== 'left' || seesConfidential(actor, person)

export const unknownPerson = (): Refusal =>
  refuse('not-found', 'no-such-person', 'There is nobody with this id in the directory.', 'Look for them in the list of people.', 'person')

export const seesPerson = (actor: Actor, person: PersonRow | undefined): Refusal | null =>
  signedIn(actor) ?? (person && mayKnowOf(actor, person) ? null : unknownPerson())

/** Whoever keeps people, asked about somebody who exists. */
export const keepsPerson = (actor: Actor, person: PersonRow | undefined): Refusal | null =>
  administratorsOnly(actor) ?? (person ? null : unknownPerson())

export const unknownUnit = (field = 'unit'): Refusal =>
  refuse('not-found', 'no-such-unit', 'There is no open unit with this id.', 'Look for it in the list of units.', field)

export const keepsUnit = (actor: Actor, unit: UnitRow | undefined): Refusal | null =>
  administratorsOnly(actor) ?? (unit && unit.closedAt === null ? null : unknownUnit())

/** The days on which somebody is away are theirs to say, their unit lead's and an administrator's. */
export const mayPlanAbsence = (actor: Actor, person: Pick<PersonRow, 'human' | 'unitId'>): boolean =>
  actor.kind === 'person' &&
  (isHuman(actor, person.human) || hasRole(actor, 'administrator') || (person.unitId !== null && actor.leads.includes(person.unitId)))

export const plansAbsence = (actor: Actor, person: PersonRow | undefined): Refusal | null => {
  const unknown = personsOnly(actor) ?? seesPerson(actor, person)
  if (unknown || !person) return unknown ?? unknownPerson()
  return mayPlanAbsence(actor, person)
    ? null
    : refuse(
        'forbidden',
        'not-yours',
        'Only they, the lead of their unit and administrators say when somebody is away.',
        'Ask one of them.',
        'person',
      )
}

/** For whoever keeps the directory, or audits it. */
export const seesEverybodyOnly = (actor: Actor): Refusal | null =>
  signedIn(actor) ??
  (seesEverybody(actor)
    ? null
    : refuse(
        'forbidden',
        'directory-keepers-only',
        'The whole directory is for administrators and auditors.',
        'Ask an administrator for the list.',
      ))
