import { sql } from 'kysely'
import type { Db } from '#src/store/index.ts'

/** Somebody who did nothing for so long is asked to sign in again (NIST SP 800-63B-4 §2.2.3: at most one hour). */
const idleLimit = Temporal.Duration.from({ hours: 1 })

/**
 * When each way in was last used. Kept in memory and written now and then, so that no request waits for a write; a crash
 * forgets at most the last minute. It is written past the operations because it proves nothing and governs nobody.
 */
export const createUses = () => {
  let fresh = new Map<string, Temporal.Instant>()
  return {
    touch: (access: string, now: Temporal.Instant): void => void fresh.set(access, now),
    lastOf: (access: string): Temporal.Instant | undefined => fresh.get(access),
    /** Writes what came since the last time; with several servers the later moment stays. */
    async flush(db: Db): Promise<void> {
      const written = fresh
      if (written.size === 0) return
      const rows = JSON.stringify([...written].map(([access, used]) => ({ access, used: used.toString() })))
      await sql`
        insert into access_use (access_id, used_at)
        select given.access, given.used from json_to_recordset(${rows}::json) as given (access text, used timestamptz)
        where exists (select from access where access.id = given.access)
        on conflict (access_id) do update set used_at = greatest(access_use.used_at, excluded.used_at)`.execute(db)
      fresh = new Map([...fresh].filter(([access, used]) => written.get(access) !== used))
    },
  }
}

export type Uses = ReturnType<typeof createUses>

/** Whether a sign-in was left alone for too long. */
export const isIdle = (lastUse: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(lastUse.add(idleLimit), now) < 0
