import type { Effect } from '../model.ts'
import type { NodeRow, System } from './table.ts'

/** The first verb in an operation's name that says what is done; the order settles names with two (`getAndSend`). */
const verbs: readonly [RegExp, Effect][] = [
  [/draft/i, 'drafts'],
  [/sendandwait|send|reply|forward|notify|postmessage|postcard|broadcast/i, 'sends'],
  [
    /^(?:get|list|search|read|find|download|lookup|count|fetch|select|query|watch|export|retrieve|view|describe|info|myprofile|userprofile|directreports|manager)/i,
    'reads',
  ],
  [/delete|remove|unpublish|like|rate|follow|move|mark|label|archive/i, 'writes'],
  [/create|update|post|publish|upload|add|insert|upsert|append|edit|retweet|comment/i, 'publishes'],
]

/**
 * What an operation does to the product it is done to: the row's own word for it, or else its verb, cut down to what the
 * product can do. (`create` publishes on a public network and only writes in a list.)
 */
export const effectOf = (operation: string, row: NodeRow, system: System | undefined): Effect => {
  const last = operation.split('/').at(-1) ?? operation
  const stated = row.effects?.[operation] ?? row.effects?.[last]
  if (stated) return stated
  if (last === '') return 'reads' // nothing is said, so nothing is claimed
  const effect = verbs.find(([pattern]) => pattern.test(last))?.[1] ?? 'writes'
  if (effect === 'sends' && !system?.channel) return 'writes'
  if (effect === 'publishes' && !(system?.publishes && (system.publishesOnly?.test(operation) ?? true))) return 'writes'
  return effect
}
