import type { Charter } from '#src/engines/charter/index.ts'
import type { Charters, ToolsKept } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { keptTools, lockTool, markKept } from './store.ts'
import type { Tool } from './tool.ts'
import { markOfAll, overlay, toolsOf } from './tool.ts'

/** What decisions are made by; the charter capability asks for it. */
export const toolsKept: ToolsKept = {
  mark: markKept,
  async over(db, list) {
    const rows = await keptTools(db)
    return { mark: markOfAll(rows), list: overlay(list, rows) }
  },
}

/** Every tool as it stands, by the charter that was adopted and what is kept beside it. */
export const allTools = async (charters: Charters, db: Db): Promise<{ charter: Charter; tools: Tool[] }> => {
  const charter = await charters.adopted(db)
  return { charter, tools: toolsOf(charter.documents['tools.yaml'], await keptTools(db)) }
}

export const findTool = async (charters: Charters, db: Db, id: string): Promise<Tool | undefined> =>
  (await allTools(charters, db)).tools.find(tool => tool.id === id)

/** The same, and nobody else changes it until the transaction ends. */
export const holdTool = async (charters: Charters, db: Db, id: string): Promise<Tool | undefined> => {
  await lockTool(db, id)
  return findTool(charters, db, id)
}

/** Today, where the charter's days begin and end. */
export const todayIn = ({ documents }: Charter, now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO(documents['charter.yaml'].timeZone).toPlainDate()
