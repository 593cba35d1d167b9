import type { Charter } from '#src/engines/charter/index.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { acceptStandards } from './accept-standards.ts'
import { standardsAccepted } from './entries.ts'
import { acceptances } from './governed.ts'
import { showStandards } from './show-standards.ts'
import { standardsOf } from './standards.ts'
import { acceptanceOf } from './store.ts'

export { standardsOf } from './standards.ts'

/** Whether a human being put their name under a charter's page of standards as it reads now. */
export const hasAcceptedStandards = async (db: Db, charter: Charter, human: string): Promise<boolean> =>
  (await acceptanceOf(db, human, standardsOf(charter).digest)) !== undefined

/** The page under which tier 1 goes ahead, and who accepted it by name. */
export const standardsCapability = (charters: Charters) => ({
  operations: [showStandards(charters), acceptStandards(charters)],
  governed: [acceptances],
  entries: [standardsAccepted],
})
