import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { requestId } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { unitView } from './contract.ts'
import { unitAdded, unitContent } from './entries.ts'
import { unitCode, unitId, unitName } from './fields.ts'
import { administratorsOnly } from './permissions.ts'
import { expectFree, expectPlace } from './place-unit.ts'
import { insertUnits, lockUnits } from './unit-store.ts'
import { presentUnit } from './present-unit.ts'

export const addUnit = operation({
  name: 'add-unit',
  summary: 'Add a unit, without a lead; who leads it takes two people.',
  effect: 'write',
  once: true,
  http: { method: 'POST', path: '/units' },
  input: z.strictObject({
    name: unitName(),
    code: unitCode().nullable().default(null),
    parent: unitId().nullable().default(null).describe('The id of the unit that it is part of.'),
    requestId: requestId(),
  }),
  output: unitView,
  allows: administratorsOnly,
  async run({ name, code, parent }, { actor, db, now, record }) {
    await lockUnits(db)
    const id = newId()
    await expectFree(db, id, code)
    await expectPlace(db, actor, id, parent)
    const rows = await insertUnits(db, [{ id, name, code, parentId: parent, leadId: null }], now)
    for (const row of rows) record(unitAdded(unitContent(row)))
    return presentUnit(db, id)
  },
})
