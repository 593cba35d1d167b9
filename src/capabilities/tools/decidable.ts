import type { Charters } from '../charter/index.ts'
import { listedAs } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import type { ToolRow } from './store.ts'
import { keptTools } from './store.ts'
import { overlay } from './tool.ts'

/**
 * Whether decisions can still be made by the list once a tool stands in it as given.
 * @throws Refusal `too-many-sorts-of-tools`
 */
export const expectDecidable = async (charters: Charters, db: Db, changed: Pick<ToolRow, 'id' | 'status' | 'listed'>): Promise<void> => {
  const charter = await charters.adopted(db)
  const others = (await keptTools(db)).filter(({ id }) => id !== changed.id)
  listedAs(charter, overlay(charter.documents['tools.yaml'], [...others, changed]))
}
