import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { writeTable } from '../comma-separated.ts'
import { contact, email, employeeNumber, jobTitle, personName } from './fields.ts'

/** What a list of people may say, in any order; of these only the name and a way to recognise somebody must be there. */
export const columns = ['name', 'email', 'employee_number', 'job_title', 'unit', 'manager', 'contact'] as const

/** One line of a list that can be used. Null: the line says that there is none. Undefined: the list says nothing of it. */
export interface ListedPerson {
  /** Where it stands in the file, counted as a spreadsheet does. */
  line: number
  name: string
  email: string | null
  employeeNumber: string | null
  jobTitle?: string | undefined
  contact?: string | null | undefined
  /** A unit's code, or its path `A / B / C`. */
  unit?: string | null | undefined
  /** The manager's e-mail address or employee number. */
  manager?: string | null | undefined
}

/** What is wrong with a line, and what to do. */
export interface Problem {
  line: number
  reason: string
  remedy: string
}

export const MOST_LINES = 20_000

const optional = <T extends z.ZodType>(schema: T) => z.union([z.literal('').transform(() => null), schema])

const line = z.object({
  name: personName(),
  email: optional(email()).default(null),
  employee_number: optional(employeeNumber()).default(null),
  job_title: jobTitle().optional(),
  unit: optional(z.string().max(2_000)).optional(),
  manager: optional(z.string().max(254)).optional(),
  contact: optional(contact()).optional(),
})

/**
 * Reads a list of people as spreadsheets write it (RFC 4180; also with semicolons or tabs, as in many countries).
 * @throws Refusal `list-unreadable` where it is no table of ours at all; what is wrong with single lines is in `problems`.
 */
export const readPeopleList = (csv: string): { people: ListedPerson[]; problems: Problem[] } => {
  const records = rowsOf(csv)
  const people: ListedPerson[] = []
  const problems: Problem[] = []
  for (const [i, record] of records.entries()) {
    const at = i + 2
    const parsed = line.safeParse(Object.fromEntries(Object.entries(record).map(([name, value]) => [name, value.trim()])))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      problems.push({
        line: at,
        reason: `The column ${String(issue?.path[0] ?? '')} can’t be used.`,
        remedy: issue?.message ?? 'Correct it.',
      })
      continue
    }
    const { name, email, employee_number: employeeNumber, job_title: jobTitle, unit, manager, contact } = parsed.data
    if (email === null && employeeNumber === null)
      problems.push({ line: at, reason: 'Nothing says who this is.', remedy: 'Give an e-mail address or an employee number.' })
    else people.push({ line: at, name, email, employeeNumber, jobTitle, unit, manager, contact })
  }
  return { people, problems }
}

const rowsOf = (csv: string): Record<string, string>[] => {
  const head = (csv.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '').slice(0, 2_000)
  const delimiter = [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ','
  try {
    return parse(csv, {
      bom: true,
      delimiter,
      columns: names => named(names.map(name => name.trim().toLowerCase().replaceAll(/[ -]/g, '_'))),
      to: MOST_LINES + 1,
      max_record_size: 16_384,
      relax_column_count: false,
      skip_empty_lines: true,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error
    throw unreadable('It is no table of comma-separated values, or a line has more or fewer fields than the first.')
  }
}

const named = (found: string[]): string[] => {
  const unknown = found.filter(name => !columns.some(column => column === name))
  if (unknown.length > 0)
    throw unreadable(
      `It has columns that we don’t know: ${unknown
        .slice(0, 3)
        .map(name => `“${name.slice(0, 40)}”`)
        .join(', ')}.`,
    )
  if (!found.includes('name') || !(found.includes('email') || found.includes('employee_number')))
    throw unreadable('The column name, or both email and employee_number, are missing.')
  if (new Set(found).size !== found.length) throw unreadable('A column stands there twice.')
  return found
}

const unreadable = (reason: string) =>
  refuse('invalid', 'list-unreadable', reason, `Write these columns in the first line: ${columns.join(', ')}.`, 'csv')

/** A list in the same form. */
export const writePeopleList = (rows: readonly Record<(typeof columns)[number], string>[]): string => writeTable(columns, rows)
