import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { PersonRow } from './store.ts'

/**
 * The human being behind an account: the one that its employee number names already, else the one given. Numbers join
 * accounts and never separate them; that takes two people.
 */
export const humanOf = (
  employeeNumber: string | null,
  holders: readonly Pick<PersonRow, 'human' | 'employeeNumber'>[],
  otherwise: string,
): string => (employeeNumber === null ? undefined : holders.find(holder => holder.employeeNumber === employeeNumber)?.human) ?? otherwise

export const emailTaken = (): Refusal =>
  refuse(
    'conflict',
    'email-taken',
    'Another account has this e-mail address.',
    'Look for it in the list of people; it may have left.',
    'email',
  )

export const unknownManager = (): Refusal =>
  refuse(
    'invalid',
    'no-such-manager',
    'The manager is nobody of this company, or has left.',
    'Choose somebody from the list of people.',
    'manager',
  )

export const managersInCircle = (): Refusal =>
  refuse(
    'conflict',
    'managers-in-circle',
    'Nobody can be their own manager, through others either.',
    'Choose somebody who does not report to this person.',
    'manager',
  )
