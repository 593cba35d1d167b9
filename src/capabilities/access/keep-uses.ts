import type { Store } from '#src/store/index.ts'
import type { Uses } from './uses.ts'

const everyMinute = 60_000

/** Writes down once a minute who was here. Failing once is no harm: it comes again. Stopping writes a last time. */
export const keepUses = (uses: Uses, { db }: Store): (() => Promise<void>) => {
  const write = () => uses.flush(db).catch(() => undefined)
  const timer = setInterval(() => void write(), everyMinute)
  return async () => {
    clearInterval(timer)
    await write()
  }
}
