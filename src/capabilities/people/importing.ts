import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import type { Db } from '#src/store/index.ts'
import { flag } from '../search.ts'
import { readPeopleList } from './people-list.ts'
import type { ImportPlan } from './plan-import.ts'
import { planImport } from './plan-import.ts'
import { allPeople } from './store.ts'
import { openUnits } from './unit-store.ts'

/** Enough for twenty thousand lines. */
export const listBytes = 4 * 1024 * 1024

export const listInput = () => ({
  csv: z
    .string()
    .min(1, 'The list is empty.')
    .max(listBytes, 'Send at most 4 MB at once.')
    .describe('Comma-separated values with the columns name, email, employee_number, job_title, unit, manager, contact.'),
  whole: flag().default(false).describe('Whether everybody who is not on the list has left the company.'),
})

/** What a list would do to the directory as it stands. */
export const planOf = async (db: Db, { csv, whole }: { csv: string; whole: boolean }): Promise<ImportPlan> => {
  const { people, problems } = readPeopleList(csv)
  const units = new Map((await openUnits(db)).map(unit => [unit.id, unit]))
  const leads = new Set([...units.values()].flatMap(({ leadId }) => leadId ?? []))
  const plan = planImport(people, whole, { people: await allPeople(db), units, leads }, newId)
  return { ...plan, problems: [...problems, ...plan.problems].toSorted((a, b) => a.line - b.line) }
}
