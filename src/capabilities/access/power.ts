import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Account } from './account-store.ts'

/**
 * Whether an account has a say over others. Whoever opens the door to one could act in its name, so one administrator
 * alone opens only those that have none.
 */
export const hasPower = ({ roles, leads }: { roles: readonly string[]; leads: boolean }): boolean =>
  leads || roles.some(role => role !== 'maker')

/**
 * The founder may name the second administrator alone, once: while there is nobody who could say yes to it.
 * @param alone the accounts that one person ever made administrators.
 */
export const mayNameSecond = (alone: readonly string[]): Refusal | null =>
  alone.length === 1
    ? null
    : refuse(
        'conflict',
        'bootstrap-over',
        'The second administrator was named already; giving a role takes two people from now on.',
        'Add the person to the list of people and propose the role for them.',
      )

/**
 * Whether one administrator may invite somebody alone.
 * @param alone the accounts that one person ever made administrators.
 * @param agreed whether two people agreed to it not long ago.
 * @returns on whose word the invitation is, or why not.
 */
export const invitationFor = (
  account: Pick<Account, 'id' | 'roles' | 'leads' | 'state' | 'email' | 'hash'>,
  alone: readonly string[],
  agreed: boolean,
): { givenBy: 'administrator' | 'founder' | 'two-people' } | Refusal => {
  if (account.state !== 'active') return refuse('conflict', 'not-active', 'This person is suspended or has left.', 'Let them resume first.')
  if (account.email === null)
    return refuse('conflict', 'no-address', 'This person has no e-mail address to sign in with.', 'Add the address to their entry first.')
  if (account.hash !== null)
    return refuse('conflict', 'has-a-way-in', 'This person can sign in already.', 'If they lost their password, make a recovery link.')
  if (!hasPower(account)) return { givenBy: 'administrator' }
  if (agreed) return { givenBy: 'two-people' }
  // The second administrator's invitation may run out or get lost before there is anybody else to agree to another.
  return alone[1] === account.id ? { givenBy: 'founder' } : twoNeeded()
}

export const twoNeeded = (): Refusal =>
  refuse(
    'forbidden',
    'two-people-needed',
    'This person holds a role; opening their account takes two people.',
    'Propose to reset their sign-in; when a second person has agreed, make the link.',
  )
