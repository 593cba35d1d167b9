import type { ListedPerson, Problem } from './people-list.ts'
import { humanOf } from './person.ts'
import type { NewPerson, PersonValues } from './store.ts'
import { pathText } from './unit-tree.ts'
import type { UnitNode } from './unit-tree.ts'

/** What a list of people would do. Nothing of it happens while there are problems. */
export interface ImportPlan {
  added: Planned<NewPerson>[]
  changed: Planned<PersonValues>[]
  /** Who is missing from a list that says that it is whole. */
  left: PersonValues[]
  same: number
  problems: Problem[]
}

interface Planned<P> {
  line: number
  person: P
}

const stated = [
  'name',
  'email',
  'employeeNumber',
  'jobTitle',
  'contact',
  'unitId',
  'managerId',
] as const satisfies readonly (keyof NewPerson)[]

interface Known {
  people: readonly PersonValues[]
  units: ReadonlyMap<string, UnitNode & { code: string | null }>
  /** Who leads a unit: their departure is nothing for a list to decide. */
  leads: ReadonlySet<string>
}

/**
 * Compares a list with the directory. People are recognised by employee number, then by address. A list never gives a
 * role, never lets anybody in, and never sees off whoever holds a role.
 * @param whole whether everybody who is not on the list has left.
 * @param newId for those who are new.
 */
export const planImport = (
  listed: readonly ListedPerson[],
  whole: boolean,
  { people, units, leads }: Known,
  newId: () => string,
): ImportPlan => {
  const byNumber = new Map(people.flatMap(person => (person.employeeNumber === null ? [] : [[person.employeeNumber, person] as const])))
  const byEmail = new Map(people.flatMap(person => (person.email === null ? [] : [[person.email.toLowerCase(), person] as const])))
  const unitsByName = new Map(
    [...units.values()].flatMap(unit => [
      [pathText(units, unit.id), unit.id] as const,
      ...(unit.code === null ? [] : [[unit.code, unit.id] as const]),
    ]),
  )
  const problems: Problem[] = []
  const seen = new Map<string, number>()
  const matched = listed.map(row => ({
    row,
    found:
      (row.employeeNumber === null ? undefined : byNumber.get(row.employeeNumber)) ??
      (row.email === null ? undefined : byEmail.get(row.email.toLowerCase())),
  }))
  const ids = new Map(matched.map(({ row, found }) => [row.line, found?.id ?? newId()]))
  const idByKey = new Map(
    matched.flatMap(({ row }) =>
      [row.email?.toLowerCase(), row.employeeNumber].flatMap(key =>
        key === null || key === undefined ? [] : [[key, ids.get(row.line) ?? ''] as const],
      ),
    ),
  )

  const plan: ImportPlan = { added: [], changed: [], left: [], same: 0, problems }
  for (const { row, found } of matched) {
    const trouble = (reason: string, remedy: string) => problems.push({ line: row.line, reason, remedy })
    const id = ids.get(row.line) ?? ''
    for (const key of [id, row.email?.toLowerCase() ?? id, row.employeeNumber === null ? id : `number ${row.employeeNumber}`]) {
      const first = seen.get(key)
      if (first !== undefined && first !== row.line) trouble(`It is about the same person as line ${first}.`, 'Keep one of the two lines.')
      seen.set(key, row.line)
    }
    const holder = row.email === null ? undefined : byEmail.get(row.email.toLowerCase())
    if (holder && holder.id !== id) trouble('Another account has this e-mail address.', 'Correct the address or the employee number.')
    const unitId = row.unit === undefined ? (found?.unitId ?? null) : row.unit === null ? null : unitsByName.get(row.unit)
    if (unitId === undefined) trouble('There is no open unit of that code or path.', 'Add the unit first, or correct its name.')
    const managerKey = row.manager?.toLowerCase()
    const managerId =
      row.manager === undefined
        ? (found?.managerId ?? null)
        : managerKey === undefined
          ? null
          : (idByKey.get(managerKey) ??
            idByKey.get(row.manager ?? '') ??
            byEmail.get(managerKey)?.id ??
            byNumber.get(row.manager ?? '')?.id)
    if (managerId === undefined)
      trouble('The manager is neither on the list nor in the directory.', 'Give the manager’s address or employee number.')
    if (managerId === id) trouble('Nobody is their own manager.', 'Name somebody else, or nobody.')
    if (found?.state === 'left')
      trouble('This person has left; a list doesn’t bring anybody back.', 'Let them resume on their page, or take the line out.')
    if (unitId === undefined || managerId === undefined) continue
    const values = {
      name: row.name,
      email: row.email ?? found?.email ?? null,
      employeeNumber: row.employeeNumber ?? found?.employeeNumber ?? null,
      jobTitle: row.jobTitle ?? found?.jobTitle ?? '',
      contact: row.contact === undefined ? (found?.contact ?? null) : row.contact,
      unitId,
      managerId,
    }
    // A number that is somebody's already says who the line is about, so a list joins nobody who is here.
    if (!found) plan.added.push({ line: row.line, person: { ...values, id, human: humanOf(values.employeeNumber, people, id), roles: [] } })
    else if (stated.some(field => found[field] !== values[field])) plan.changed.push({ line: row.line, person: { ...found, ...values } })
    else plan.same += 1
  }
  expectNoCircles(plan, people)
  if (!whole) return plan
  const kept = new Set(ids.values())
  for (const person of people.filter(each => each.state !== 'left' && !kept.has(each.id))) {
    if (person.roles.some(role => role !== 'maker') || leads.has(person.id))
      problems.push({
        line: 0,
        reason: `${person.name} is not on the list, and holds a role.`,
        remedy: 'Record their departure on their own page, or add them to the list.',
      })
    else plan.left.push(person)
  }
  return plan
}

const expectNoCircles = ({ added, changed, problems }: ImportPlan, people: readonly PersonValues[]): void => {
  const planned: readonly Planned<NewPerson>[] = [...added, ...changed]
  const managers = new Map([...people, ...planned.map(({ person }) => person)].map(({ id, managerId }) => [id, managerId]))
  for (const { person, line } of planned) {
    const above = new Set<string>()
    for (let at = managers.get(person.id) ?? null; at !== null && !above.has(at); at = managers.get(at) ?? null) above.add(at)
    if (above.has(person.id))
      problems.push({ line, reason: 'This person would manage themself, through others.', remedy: 'Correct who reports to whom.' })
  }
}
