import type { Actor } from './actor.ts'
import type { AnyOperation } from './operation.ts'
import type { Refusal } from './refusal.ts'
import { refuse } from './refusal.ts'

/** Whether a token reaches as far as an operation with that input. Its owner's own permission is asked as well, afterwards. */
export const withinToken = (
  actor: Actor,
  operation: Pick<AnyOperation, 'name' | 'effect' | 'attended'>,
  input: Readonly<Record<string, unknown>>,
): Refusal | null => {
  if (actor.kind !== 'person' || actor.may === null) return null
  const { effects, operations, only } = actor.may
  const named = operations?.includes(operation.name) === true
  if (operation.effect === 'destroy' || (operation.attended && !(named && only)))
    return refuse(
      'forbidden',
      'attended-only',
      'No token does this: it needs a person who signed in.',
      'Sign in through the pages and do it there.',
    )
  const aboutIt = operation.effect === 'read' || Object.entries(only ?? {}).every(([field, value]) => input[field] === value)
  if (effects.includes(operation.effect) && (operations === null || named) && aboutIt) return null
  return refuse(
    'forbidden',
    'beyond-token',
    'This token is not good for that.',
    'Make another token that may do it, or sign in through the pages.',
  )
}
