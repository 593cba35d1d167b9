import { hash } from 'node:crypto'
import { z } from 'zod'
import type { Role } from '#src/kernel/actor.ts'
import { roles } from '#src/kernel/actor.ts'
import { canonical } from '#src/kernel/canonical.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Db } from '#src/store/index.ts'
import { proposalKind, proposing } from '../proposals/index.ts'
import { personContent, rolesChanged, unitContent, unitLeadChanged } from './entries.ts'
import { personId, unitId } from './fields.ts'
import { unknownUnit } from './permissions.ts'
import type { PersonRow } from './store.ts'
import { lockPeople, namesOf, peopleByIds, updatePeople } from './store.ts'
import { expectAdministratorBesides } from './standing.ts'
import type { UnitRow } from './unit-store.ts'
import { lockUnits, openUnits, updateUnits } from './unit-store.ts'

const change = z.strictObject({
  person: personId(),
  role: z.enum(roles),
  unit: unitId().optional().describe('With the role of a unit lead, and only there: which unit.'),
  give: z.boolean().describe('True gives the role, false takes it.'),
})
type Change = z.output<typeof change>

const changes = z
  .array(change)
  .min(1, 'Say at least one change.')
  .max(100, 'Propose at most 100 changes at once.')
  .refine(
    all => new Set(all.map(({ person, role, unit }) => `${person} ${role} ${unit ?? ''}`)).size === all.length,
    'Name each change once.',
  )
  .refine(
    all => all.every(({ role, unit }) => (role === 'unit-lead') === (unit !== undefined)),
    'Name a unit with the role of a unit lead, and only with that.',
  )

/** A role is given, and taken, by two people; nobody has a say in what they get themself. */
export const changeRoles = proposalKind({
  kind: 'change-roles',
  called: 'a change of roles',
  content: z.strictObject({ changes }),
  details: z.object({
    people: z.array(
      z.object({
        person: z.object({ id: z.string(), name: z.string() }),
        gets: z.array(z.string()),
        loses: z.array(z.string()),
      }),
    ),
  }),
  proposedBy: ['administrator', 'program-lead'],
  decidedBy: ['administrator', 'program-lead'],
  readBy: ['auditor', 'it-security'],
  givesRoles: true,
  subject: content =>
    `${content.changes.length === 1 ? (content.changes[0]?.person ?? '') : `${content.changes.length} changes`} ${hash('sha256', canonical(content)).slice(0, 16)}`,
  // Where it changes one person's roles, the subject begins with them.
  async named(subjects, { db }) {
    const whose = subjects.map(subject => [subject, subject.split(' ')[0] ?? ''] as const)
    const names = await namesOf(
      db,
      whose.map(([, person]) => person),
    )
    return new Map(whose.flatMap(([subject, person]) => (names.has(person) ? [[subject, names.get(person) ?? ''] as const] : [])))
  },
  favours: ({ changes }) => changes.flatMap(({ person, role, give }) => (give ? [{ person, role }] : [])),
  async lock(_, db) {
    await lockUnits(db)
    await lockPeople(db)
  },
  async check({ changes }, { db }) {
    await planned(db, changes)
    const losing = changes.filter(({ role, give }) => role === 'administrator' && !give).map(({ person }) => person)
    const gaining = changes.some(({ role, give }) => role === 'administrator' && give)
    if (losing.length > 0 && !gaining) await expectAdministratorBesides(db, losing)
  },
  async preview({ changes }, { db }) {
    const { people, units } = await planned(db, changes)
    const named = ({ role, unit }: Change) => (unit === undefined ? role : `${role}: ${units.get(unit)?.name ?? ''}`)
    const details = [...people.values()].map(({ id, name }) => {
      const own = changes.filter(({ person }) => person === id)
      return { person: { id, name }, gets: own.filter(({ give }) => give).map(named), loses: own.filter(({ give }) => !give).map(named) }
    })
    const sentence = ({ person, gets, loses }: (typeof details)[number]) =>
      [
        gets.length > 0 ? `${person.name} gets ${gets.join(', ')}.` : '',
        loses.length > 0 ? `${person.name} loses ${loses.join(', ')}.` : '',
      ]
        .filter(Boolean)
        .join(' ')
    return { words: details.map(sentence), details: { people: details } }
  },
  async effect({ changes }, { db, now, record }) {
    const { people, units } = await planned(db, changes)
    const after = [...people.values()]
      .map(row => ({ row, held: heldAfter(row, changes) }))
      .filter(({ row, held }) => !same(row.roles, held))
    for (const row of await updatePeople(
      db,
      after.map(({ row, held }) => ({ ...row, roles: held })),
      now,
    ))
      record(rolesChanged(personContent(row)))
    const led = changes.flatMap(({ person, unit, give }) => {
      const row = unit === undefined ? undefined : units.get(unit)
      return row ? [{ ...row, leadId: give ? person : null }] : []
    })
    for (const row of await updateUnits(db, led, now)) record(unitLeadChanged(unitContent(row)))
  },
})

/** @throws Refusal where a change can't be made as things stand: nobody there, held already, not held. */
const planned = async (
  db: Db,
  changes: readonly Change[],
): Promise<{ people: ReadonlyMap<string, PersonRow>; units: ReadonlyMap<string, UnitRow> }> => {
  const rows = await peopleByIds(
    db,
    changes.map(({ person }) => person),
  )
  const people = new Map(rows.map(row => [row.id, row]))
  const wanted = new Set(changes.flatMap(({ unit }) => unit ?? []))
  const units = new Map((wanted.size === 0 ? [] : await openUnits(db)).filter(({ id }) => wanted.has(id)).map(row => [row.id, row]))
  for (const [i, { person, role, unit, give }] of changes.entries()) {
    const row = people.get(person)
    const field = `changes.${i}`
    if (!row || row.state === 'left')
      throw refuse(
        'conflict',
        'no-such-person',
        'Somebody named here is not in the directory, or has left.',
        'Leave them out.',
        `${field}.person`,
      )
    if (unit !== undefined && !units.has(unit)) throw unknownUnit(`${field}.unit`)
    const holds = unit === undefined ? row.roles.includes(role) : units.get(unit)?.leadId === person
    if (holds === give)
      throw refuse(
        'conflict',
        give ? 'role-held' : 'role-not-held',
        `${row.name} ${give ? 'holds' : 'doesn’t hold'} the role ${role} ${give ? 'already' : 'any more'}.`,
        'Leave that change out.',
        `${field}.role`,
      )
  }
  return { people, units }
}

const heldAfter = (row: PersonRow, changes: readonly Change[]): Role[] => {
  const own = changes.filter(({ person, unit }) => person === row.id && unit === undefined)
  return roles.filter(role => own.find(each => each.role === role)?.give ?? row.roles.includes(role))
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every(each => b.includes(each))

export const proposeRoleChange = proposing(changeRoles, {
  name: 'propose-role-change',
  summary: 'Propose to give or take roles, or the lead of a unit; it counts once a second person has adopted it.',
  path: '/proposals/role-changes',
  input: z.strictObject({ changes }),
  content: ({ changes }) => ({ changes }),
})
