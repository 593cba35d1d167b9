import type { Entry } from '#src/ledger/index.ts'
import type { Db } from '#src/store/index.ts'
import { personContent, personLeft, unitContent, unitLeadChanged } from './entries.ts'
import type { PersonRow } from './store.ts'
import { updatePeople } from './store.ts'
import { unitsWithLeads, updateUnits } from './unit-store.ts'

/**
 * People leave: their accounts close, their roles end, and what they led waits for a new lead. What they own stays theirs
 * until somebody takes it over. The caller holds the locks on units and people.
 */
export const seeOff = async (
  leavers: readonly PersonRow[],
  { db, now, record }: { db: Db; now: Temporal.Instant; record(entry: Entry): void },
): Promise<PersonRow[]> => {
  const left = await updatePeople(
    db,
    leavers.map(row => ({ ...row, state: 'left' as const, stateSince: now, roles: [] })),
    now,
  )
  for (const row of left) record(personLeft(personContent(row)))
  const led = await unitsWithLeads(
    db,
    leavers.map(({ id }) => id),
  )
  for (const unit of await updateUnits(
    db,
    led.map(row => ({ ...row, leadId: null })),
    now,
  ))
    record(unitLeadChanged(unitContent(unit)))
  return left
}
