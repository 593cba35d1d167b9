import { refuse } from '#src/kernel/refusal.ts'
import type { Actor } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { conditionById } from './condition-store.ts'
import type { ReviewKind, Subject } from './kind.ts'
import { presentCondition } from './present.ts'
import type { ConditionRow } from './store.ts'
import { keyOf, lockAccount } from './store.ts'

/** A condition with everything that decides who may say what of it; its subject is held. */
export interface HeldCondition {
  version: number
  condition: ConditionRow
  subject: Subject
  review: string
  /** The roles of whoever asks, as they stand. */
  roles: readonly string[]
}

export const holdCondition = async (kinds: readonly ReviewKind[], db: Db, id: string, actor: Actor): Promise<HeldCondition | undefined> => {
  const found = await conditionById(db, id)
  const kind = kinds.find(each => each.kind === found?.kind)
  const subject = found && (await kind?.hold(db, found.subject))
  if (!subject) return undefined
  const condition = (await conditionById(db, id)) ?? found
  const { number } = await db.selectFrom('review').select('number').where('id', '=', condition.reviewId).executeTakeFirstOrThrow()
  const account = actor.kind === 'person' ? await lockAccount(db, actor.id) : undefined
  return { version: condition.version, condition, subject, review: keyOf(number), roles: account?.state === 'active' ? account.roles : [] }
}

export const unknownCondition = (): Refusal =>
  refuse(
    'not-found',
    'no-such-condition',
    'There is no such condition, or it is none of yours to see.',
    'Take one from the solution’s page.',
    'condition',
  )

/** @throws Refusal `condition-state` for a condition that is at another step. */
export const expectState = ({ condition }: HeldCondition, state: ConditionRow['state']): void => {
  if (condition.state === state) return
  throw refuse('conflict', 'condition-state', `This condition is ${condition.state}.`, 'Read it again.', 'condition')
}

export const presentedCondition = async (db: Db, row: ConditionRow, review: string) =>
  presentCondition(
    row,
    review,
    await namesOf(
      db,
      [row.setBy, row.metBy, row.acceptedBy].filter(each => each !== null),
    ),
  )
