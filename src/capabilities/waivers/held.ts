import type { Charter } from '#src/engines/charter/index.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import type { SolutionRow } from '../registry/index.ts'
import { authorsOf } from '../registry/index.ts'
import type { WaiverRow } from './store.ts'
import { lockWaiver, solutionOf } from './store.ts'
import { waivableIn } from './waiver.ts'

/** Leave with everything that decides who may do what with it, held until the transaction ends. */
export interface Held {
  version: number
  waiver: WaiverRow
  solution: SolutionRow
  /** The office that may grant it; null where the charter names it no more. */
  by: string | null
  /** Every human being who ever had a hand in the solution, and those who lead its unit. */
  behind: readonly string[]
}

export const holdWaiver = async (charters: Charters, db: Db, id: string): Promise<Held | undefined> => {
  const waiver = await lockWaiver(db, id)
  const solution = waiver && (await solutionOf(db, waiver.solutionId))
  if (!waiver || !solution) return undefined
  const by = waivableIn(await charters.adopted(db), waiver.what)?.by ?? null
  return { version: waiver.version, waiver, solution, by, behind: await authorsOf(db, solution.id, solution.unitId) }
}

/** Today, where the charter's days begin and end. */
export const todayIn = ({ documents }: Charter, now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO(documents['charter.yaml'].timeZone).toPlainDate()
