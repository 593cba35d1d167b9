import { z } from 'zod'
import type { Actor } from '#src/kernel/actor.ts'
import { isHuman } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { id, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly, signedIn } from '../permissions.ts'
import { judgeMet } from './condition-store.ts'
import { conditionView } from './contract.ts'
import type { HeldCondition } from './held-condition.ts'
import { expectState, holdCondition, presentedCondition, unknownCondition } from './held-condition.ts'
import type { ReviewKind } from './kind.ts'
import { aboutReview, conditionJudged } from './messages.ts'
import { officeOf } from './role.ts'
import * as said from './said.ts'

/** Whoever holds the office that set it, and has no part in what it is about. */
export const mayJudge = (actor: Actor, held: HeldCondition | undefined): Refusal | null => {
  const nobody = personsOnly(actor)
  if (nobody || actor.kind !== 'person') return nobody
  if (!held?.subject.readBy(actor)) return signedIn(actor) ?? unknownCondition()
  const { condition, subject, roles } = held
  if (!roles.includes(officeOf(condition.role)))
    return refuse(
      'forbidden',
      'other-office',
      'Whoever set a condition, or holds the same office, says whether it is met.',
      'Leave it to them.',
    )
  return subject.authors.some(human => isHuman(actor, human))
    ? refuse('forbidden', 'own-condition', 'Nobody accepts what they did themselves.', 'Leave it to a colleague of the same office.')
    : null
}

export const acceptCondition = (kinds: readonly ReviewKind[]) =>
  operation({
    name: 'accept-condition',
    summary: 'Say that a condition is met indeed, or that it is not yet.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/conditions/{condition}/acceptance' },
    input: z.strictObject({ condition: id(), accepted: z.boolean(), version: version() }),
    output: conditionView,
    target: async ({ condition }, { db, actor }) => holdCondition(kinds, db, condition, await actor),
    allows: mayJudge,
    async run({ accepted }, { actor, db, now, record, send }, held) {
      if (!held) throw unknownCondition()
      expectState(held, 'met')
      const row = await judgeMet(db, held.condition.id, asPerson(actor), accepted, now)
      record(said.conditionNow(row, asPerson(actor).id))
      const { condition, subject, review } = held
      const judged = conditionJudged[accepted ? 'accepted' : 'open']
      if (condition.metBy !== null)
        send(
          judged({ to: condition.metBy, because: 'maker', about: aboutReview(review, subject), of: row, facts: { subject: subject.name } }),
        )
      return presentedCondition(db, row, held.review)
    },
  })
