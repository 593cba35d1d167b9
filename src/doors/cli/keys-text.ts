import type { z } from 'zod'
import type { Keys } from '#src/capabilities/vault/index.ts'

/** What is known of the keys. */
export type KeysShown = z.output<Keys['showKeys']['output']>

/** How many secrets stand under retired keys. */
export const waiting = ({ keys }: KeysShown): number =>
  keys.filter(({ state }) => state === 'retired').reduce((sum, { values }) => sum + values, 0)

/** Whether the master key is to be had and every stored secret opens with it. */
export const keysAreWell = ({ keys, lost, trouble }: KeysShown): boolean =>
  trouble === null && lost === 0 && keys.every(({ opens }) => opens)

/** The keys for people: one line each, then what needs attention. */
export const keysText = ({ keys, lost, trouble }: KeysShown): string => {
  if (keys.length === 0) return 'Nothing was sealed yet: there is no data key, and none is needed.\n'
  const lines = keys.map(
    ({ id, state, master, createdAt, values }) =>
      `${id}  ${state.padEnd(7)}  since ${createdAt.slice(0, 10)}  ${String(values).padStart(6)} secrets  master key ${master}\n`,
  )
  const closed = keys.filter(({ opens }) => !opens).length
  return [
    ...lines,
    ...(trouble === null ? [] : [`ATTENTION: ${trouble}\n`]),
    ...(trouble === null && closed > 0 ? [`ATTENTION: the master key of this server doesn’t open ${closed} of these data keys.\n`] : []),
    ...(lost > 0 ? [`ATTENTION: ${lost} stored secrets name a data key that is not there.\n`] : []),
  ].join('')
}
