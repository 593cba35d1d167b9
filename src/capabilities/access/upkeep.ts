import type { Clock } from '#src/kernel/clock.ts'
import type { Store } from '#src/store/index.ts'
import { deleteForgotten } from './throttle-store.ts'
import type { Uses } from './uses.ts'

const everyMinute = 60_000

/**
 * Writes down once a minute who was here, and deletes failed attempts that are long forgotten. Failing once is no harm:
 * it comes again. Stopping writes a last time.
 */
export const startUpkeep = (uses: Uses, { db }: Store, clock: Clock): (() => Promise<void>) => {
  const write = () => uses.flush(db).catch(() => undefined)
  const tidy = () => deleteForgotten(db, clock.now()).catch(() => undefined)
  const timer = setInterval(() => void write().then(tidy), everyMinute)
  return async () => {
    clearInterval(timer)
    await write()
  }
}
