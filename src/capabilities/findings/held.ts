import type { Db } from '../operation.ts'
import type { SolutionRow } from '../registry/index.ts'
import { authorsOf, solutionById } from '../registry/index.ts'
import type { FindingRow } from './store.ts'
import { findingById, lockFinding } from './store.ts'

/** A finding with everything that decides who may do what with it. */
export interface Held {
  version: number
  finding: FindingRow
  /** Where it is about a solution. */
  solution: SolutionRow | undefined
  /** Every human being who ever had a hand in that solution, and those who lead its unit. */
  behind: readonly string[]
}

const withSubject = async (db: Db, finding: FindingRow | undefined): Promise<Held | undefined> => {
  if (!finding) return undefined
  const solution = finding.subjectKind === 'solution' ? await solutionById(db, finding.subjectId) : undefined
  const behind = solution ? await authorsOf(db, solution.id, solution.unitId) : []
  return { version: finding.version, finding, solution, behind }
}

export const lookAt = async (db: Db, id: string): Promise<Held | undefined> => withSubject(db, await findingById(db, id))

/** The same, held until the transaction ends. */
export const hold = async (db: Db, id: string): Promise<Held | undefined> => withSubject(db, await lockFinding(db, id))
