import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { unitView } from './contract.ts'
import { personChanged, personContent, unitChanged, unitClosed, unitContent } from './entries.ts'
import { unitId } from './fields.ts'
import { keepsUnit, unknownUnit } from './permissions.ts'
import { expectPlace } from './place-unit.ts'
import { presentUnit } from './present-unit.ts'
import { lockPeople, peopleIn, updatePeople } from './store.ts'
import { lockUnits, unitById, unitsUnder, updateUnits } from './unit-store.ts'

/** What was registered for the unit stays so, and whoever leads the one that took it in sees it from then on. */
export const closeUnit = operation({
  name: 'close-unit',
  summary: 'Close a unit: its people and the units below it go into another.',
  effect: 'write',
  http: { method: 'POST', path: '/units/{unit}/closing' },
  input: z.strictObject({ unit: unitId(), version: version(), into: unitId().describe('The id of the unit that takes it in.') }),
  output: unitView.describe('The unit that took it in.'),
  async target({ unit }, { db }) {
    await lockUnits(db)
    await lockPeople(db)
    return unitById(db, unit)
  },
  allows: keepsUnit,
  async run({ into }, { actor, db, now, record }, row) {
    if (!row) throw unknownUnit()
    if (into === row.id) throw refuse('conflict', 'unit-in-circle', 'A unit can’t go into itself.', 'Choose another unit.', 'into')
    // As if it came to stand there: not below itself, and not under a lead that its closer has.
    await expectPlace(db, actor, row.id, into)
    const below = await unitsUnder(db, row.id)
    const members = await peopleIn(db, row.id)
    for (const moved of await updateUnits(
      db,
      below.map(unit => ({ ...unit, parentId: into })),
      now,
    ))
      record(unitChanged(unitContent(moved)))
    for (const moved of await updatePeople(
      db,
      members.map(person => ({ ...person, unitId: into })),
      now,
    ))
      record(personChanged(personContent(moved)))
    for (const closed of await updateUnits(db, [{ ...row, leadId: null, closedAt: now, mergedInto: into }], now))
      record(unitClosed(unitContent(closed)))
    return presentUnit(db, into)
  },
})
