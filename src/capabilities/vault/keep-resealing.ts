import type { Run } from '#src/kernel/operation.ts'
import type { Rotation } from './reseal-everything.ts'
import { resealEverything } from './reseal-everything.ts'

/** Soon enough that an administrator who starts a rotation sees it move. */
const EVERY_MS = 15_000

/**
 * Finishes rotations as long as the server runs, whoever started them: costs one small query a column while no key is
 * retired. What goes wrong is told and tried again.
 * @returns stops after the page that it is at.
 */
export const keepResealing = (
  run: Run,
  rotation: Rotation,
  onTrouble: (error: unknown) => void,
  everyMs = EVERY_MS,
): (() => Promise<void>) => {
  let stopped = false
  let round: Promise<void> | null = null
  const begin = () => {
    round ??= resealEverything(
      (operation, input) => (stopped ? Promise.reject(new Error('Stopped.')) : run(operation, input, { kind: 'system', job: 'reseal' })),
      rotation,
      () => undefined,
    )
      .then(() => undefined)
      .catch((error: unknown) => {
        if (!stopped) onTrouble(error)
      })
      .finally(() => {
        round = null
      })
  }
  const timer = setInterval(begin, everyMs)
  return async () => {
    stopped = true
    clearInterval(timer)
    await round
  }
}
