import { Refusal } from '#src/kernel/refusal.ts'
import { callers } from '../../scripts/generate/matrix/index.ts'
import type { Stage } from './stage.ts'

/** Those callers who are people and signed in through the pages, so with all that they may. */
export const signedIn = callers.flatMap(caller =>
  'actor' in caller && caller.actor.kind === 'person' && caller.actor.may === null ? [{ name: caller.name, actor: caller.actor }] : [],
)

/** Whether an operation that reads answers a caller. */
export const mayAsk = (
  { guildhall, credentialOf }: Stage,
  operation: string,
  input: Record<string, unknown>,
  caller: string,
): Promise<boolean> =>
  guildhall.run(guildhall.program.named(operation), input, credentialOf(caller)).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )
