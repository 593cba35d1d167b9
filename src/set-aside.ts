import { rename } from 'node:fs/promises'
import type { Clock } from '#src/kernel/clock.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Config } from './config.ts'

/**
 * Opens data. An embedded demo that an earlier development version wrote is no loss to anybody, so its directory is moved
 * aside and a new one begun; a company's own data is never touched.
 * @param onAside told where the old demo stands now.
 */
export const openOrSetAside = async <T>(
  { store, demo }: Config,
  clock: Clock,
  open: () => Promise<T>,
  onAside: (path: string) => void,
): Promise<T> => {
  try {
    return await open()
  } catch (error) {
    if (!demo || store.kind !== 'embedded' || !(error instanceof Refusal) || error.code !== 'other-version') throw error
    const aside = `${store.directory}-before-${clock.now().toString({ smallestUnit: 'second' }).replaceAll(':', '')}`
    await rename(store.directory, aside)
    onAside(aside)
    return open()
  }
}
