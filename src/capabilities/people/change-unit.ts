import { z } from 'zod'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { unitView } from './contract.ts'
import { unitChanged, unitContent } from './entries.ts'
import { unitCode, unitId, unitName } from './fields.ts'
import { keepsUnit, unknownUnit } from './permissions.ts'
import { expectFree, expectPlace } from './place-unit.ts'
import { presentUnit } from './present-unit.ts'
import { lockUnits, unitById, updateUnits } from './unit-store.ts'

export const changeUnit = operation({
  name: 'change-unit',
  summary: 'Rename a unit, or place it under another with everything below it. How it was before stays to be seen.',
  effect: 'write',
  http: { method: 'PUT', path: '/units/{unit}' },
  input: z.strictObject({
    unit: unitId(),
    version: version(),
    name: unitName(),
    code: unitCode().nullable().default(null),
    parent: unitId().nullable().default(null).describe('The id of the unit that it is part of.'),
  }),
  output: unitView,
  async target({ unit }, { db }) {
    await lockUnits(db)
    return unitById(db, unit)
  },
  allows: keepsUnit,
  async run({ name, code, parent }, { actor, db, now, record }, row) {
    if (!row) throw unknownUnit()
    await expectFree(db, row.id, code)
    if (parent !== row.parentId) await expectPlace(db, actor, row.id, parent)
    for (const changed of await updateUnits(db, [{ ...row, name, code, parentId: parent }], now)) record(unitChanged(unitContent(changed)))
    return presentUnit(db, row.id)
  },
})
