import type { z } from 'zod'
import type { Db } from '#src/store/index.ts'
import type { unitView } from './contract.ts'
import { unknownUnit } from './permissions.ts'
import type { UnitThen } from './unit-store.ts'
import { unitsAt } from './unit-store.ts'

export const unitAsShown = ({ parentId, leadId, leadName, ...unit }: UnitThen): z.input<typeof unitView> => ({
  ...unit,
  parent: parentId,
  lead: leadId === null ? null : { id: leadId, name: leadName ?? '' },
})

/** One open unit as a list shows it. */
export const presentUnit = async (db: Db, id: string): Promise<z.input<typeof unitView>> => {
  const unit = (await unitsAt(db, null)).find(each => each.id === id)
  if (!unit) throw unknownUnit()
  return unitAsShown(unit)
}
