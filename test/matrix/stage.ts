import { randomBytes } from 'node:crypto'
import { hashSecret } from '#src/capabilities/access/store.ts'
import type { PersonRow } from '#src/capabilities/people/store.ts'
import { anonymous } from '#src/kernel/actor.ts'
import type { TokenScope } from '#src/kernel/actor.ts'
import { newId, newSecret } from '#src/kernel/ids.ts'
import type { Credential } from '#src/kernel/operation.ts'
import type { Db } from '#src/store/index.ts'
import { askingOf, callers, standingRoles } from '../../scripts/generate/matrix/index.ts'
import { freshInstallation } from '../harness.ts'
import { stageRequests } from './requests/index.ts'

/*
 * The made-up people of the matrix as real rows: what `scripts/generate/matrix/callers.ts` says of each caller is here
 * what the database says, so that `identify` must come to the same actor. Rows are put in directly; nothing here asks
 * an operation.
 */
export const openStage = async () => {
  const guildhall = await freshInstallation()
  const { db } = guildhall.store
  await db.transaction().execute(addUnits)
  await db.transaction().execute(addPeople)
  const asked = callers.map(caller => askingOf('actor' in caller ? caller.actor : anonymous))
  const everybody = [...new Map(asked.map(each => [each.id, each])).values()]
  const requests = await stageRequests(db, everybody)
  const credentials = new Map<string, Credential>()
  for (const { name } of callers) credentials.set(name, await credentialFor(db, name, guildhall.store.operatorSecret))
  return {
    guildhall,
    db,
    /** How to ask about what the matrix is about. */
    requests,
    /** What that caller of the matrix shows of itself. */
    credentialOf(caller: string): Credential {
      const found = credentials.get(caller)
      if (!found) throw new Error(`Nobody on the stage is called ${caller}.`)
      return found
    },
    close: guildhall.remove,
  }
}

export type Stage = Awaited<ReturnType<typeof openStage>>

/** A row as governed tables begin. */
export const fresh = () => ({ version: 1, sealSalt: randomBytes(16) })

export const ago = (time: Temporal.DurationLike): string => Temporal.Now.instant().subtract(time).toString()
export const ahead = (time: Temporal.DurationLike): string => Temporal.Now.instant().add(time).toString()

const addUnits = (db: Db) =>
  db
    .insertInto('unit')
    .values(
      [
        { id: 'department', parentId: null },
        { id: 'unit', parentId: 'department' },
        { id: 'other-unit', parentId: null },
      ].map(unit => ({ ...unit, ...fresh(), code: null, name: unit.id, leadId: null, closedAt: null, mergedInto: null })),
    )
    .execute()

type Account = Pick<PersonRow, 'id' | 'human' | 'unitId' | 'state' | 'roles'>

/** Whoever asks, as an account, with a second account of the same human being each, which no unit and no role comes with. */
const asking: readonly Account[] = callers.flatMap(caller => {
  if (!('actor' in caller) || caller.actor.kind !== 'person' || caller.actor.may !== null) return []
  const { id, human, unit, roles } = caller.actor
  return [
    { id, human, unitId: unit, state: 'active', roles: standingRoles({ id, roles }) },
    { id: `${id}-again`, human, unitId: null, state: 'active', roles: [] },
  ]
})

const others: readonly Account[] = [
  { id: 'suspended', human: 'suspended', unitId: 'unit', state: 'suspended', roles: ['maker', 'administrator'] },
  { id: 'left', human: 'left', unitId: 'unit', state: 'left', roles: ['maker', 'administrator'] },
  { id: 'owner-gone', human: 'owner', unitId: 'unit', state: 'left', roles: [] },
  { id: 'proposer', human: 'proposer', unitId: null, state: 'active', roles: ['administrator'] },
  // Whom visitors and the program ask about where others ask about themselves.
  { id: 'nobody', human: 'nobody', unitId: null, state: 'active', roles: [] },
  { id: 'nobody-again', human: 'nobody', unitId: null, state: 'active', roles: [] },
]

const addPeople = async (db: Db): Promise<void> => {
  const people = [...new Map([...asking, ...others].map(person => [person.id, person])).values()]
  await db
    .insertInto('person')
    .values(
      people.map(({ roles, ...person }) => ({
        ...person,
        ...fresh(),
        roles: JSON.stringify(roles),
        name: person.id,
        email: `${person.id}@stage.example`,
        employeeNumber: null,
        jobTitle: '',
        contact: null,
        managerId: null,
        stateSince: ago({ hours: 100 }),
      })),
    )
    .execute()
  await db
    .insertInto('membership')
    .values(
      people.flatMap(({ id, unitId }) => (unitId === null ? [] : [{ personId: id, unitId, beganAt: ago({ hours: 100 }), endedAt: null }])),
    )
    .execute()
  for (const [unit, leadId] of Object.entries({ department: 'every-role', unit: 'lead', 'other-unit': 'other-lead' }))
    await db.updateTable('unit').set({ leadId }).where('id', '=', unit).execute()
  await db
    .insertInto('emergency')
    .values({
      id: newId(),
      ...fresh(),
      personId: 'in-emergency',
      human: 'in-emergency',
      role: 'it-security',
      reason: 'For the matrix.',
      openedAt: ago({ hours: 1 }),
      endsAt: ahead({ hours: 2 }),
      endedAt: null,
      reviewedBy: null,
      reviewedByHuman: null,
      reviewedAt: null,
      review: null,
    })
    .execute()
}

interface Way {
  kind: 'sign-in' | 'token'
  person: string
  may?: TokenScope
  startedAt?: string
  expiresAt?: string
  ended?: true
}

/** An open sign-in or token, or one that is no longer good, as a row with the hash of its secret. */
export const addAccess = async (
  db: Db,
  { kind, person, may, startedAt = ago({ minutes: 5 }), expiresAt = ahead({ hours: 5 }), ended }: Way,
): Promise<Credential> => {
  const secret = newSecret()
  await db
    .insertInto('access')
    .values({
      id: newId(),
      ...fresh(),
      kind,
      personId: person,
      secretHash: hashSecret(secret),
      method: 'stage',
      name: kind === 'token' ? 'stage' : null,
      may: may ? JSON.stringify(may) : null,
      secondFactor: true,
      startedAt,
      expiresAt,
      endedAt: ended ? ago({ minutes: 1 }) : null,
      endedBecause: ended ? 'signed-out' : null,
    })
    .execute()
  return { kind: kind === 'token' ? 'token' : 'session', secret }
}

const everything: TokenScope = { effects: ['read', 'write'], operations: null }

const credentialFor = (db: Db, name: string, operatorSecret: string | null): Promise<Credential> | Credential => {
  const caller = callers.find(each => each.name === name)
  if (caller && 'actor' in caller) {
    const { actor } = caller
    if (actor.kind === 'anonymous') return { kind: 'none' }
    if (actor.kind === 'person') {
      const { id: person, may } = actor
      return addAccess(db, may ? { kind: 'token', person, may } : { kind: 'sign-in', person })
    }
    return actor.job === 'operator' ? { kind: 'operator', secret: operatorSecret ?? 'none' } : { kind: 'system', job: actor.job }
  }
  switch (name) {
    case 'suspended':
    case 'left':
      return addAccess(db, { kind: 'sign-in', person: name })
    case 'expired sign-in':
      return addAccess(db, { kind: 'sign-in', person: 'every-role', expiresAt: ago({ minutes: 1 }) })
    case 'ended sign-in':
      return addAccess(db, { kind: 'sign-in', person: 'every-role', ended: true })
    case 'made-up sign-in':
      return { kind: 'session', secret: newSecret() }
    case 'made-up token':
      return { kind: 'token', secret: newSecret() }
    case 'expired token':
      return addAccess(db, { kind: 'token', person: 'every-role', may: everything, expiresAt: ago({ minutes: 1 }) })
    case 'wrong operator':
      return { kind: 'operator', secret: newSecret() }
    default:
      throw new Error(`The stage has no way in for ${name}.`)
  }
}
