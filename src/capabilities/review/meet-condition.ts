import { z } from 'zod'
import type { Actor } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { id, text, version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly, signedIn } from '../permissions.ts'
import { markMet } from './condition-store.ts'
import { conditionView } from './contract.ts'
import type { HeldCondition } from './held-condition.ts'
import { expectState, holdCondition, presentedCondition, unknownCondition } from './held-condition.ts'
import type { ReviewKind } from './kind.ts'
import { aboutReview, conditionToJudge } from './messages.ts'
import * as said from './said.ts'

export const mayMeet = (actor: Actor, held: HeldCondition | undefined): Refusal | null => {
  const nobody = personsOnly(actor)
  if (nobody || actor.kind !== 'person') return nobody
  if (!held?.subject.readBy(actor)) return signedIn(actor) ?? unknownCondition()
  return held.subject.speakers.includes(actor.id)
    ? null
    : refuse('forbidden', 'not-yours', 'Only those who build or own it say that a condition is met.', 'Ask its owner.')
}

export const meetCondition = (kinds: readonly ReviewKind[]) =>
  operation({
    name: 'meet-condition',
    summary: 'Say that a condition is met, and how.',
    effect: 'write',
    http: { method: 'POST', path: '/conditions/{condition}/met' },
    input: z.strictObject({ condition: id(), note: text(1_000, { lines: true }).describe('What was done.'), version: version() }),
    output: conditionView,
    target: async ({ condition }, { db, actor }) => holdCondition(kinds, db, condition, await actor),
    allows: mayMeet,
    async run({ note }, { actor, db, now, record, send }, held) {
      if (!held) throw unknownCondition()
      expectState(held, 'open')
      const row = await markMet(db, held.condition.id, asPerson(actor), note, now)
      const { id, name: by } = asPerson(actor)
      record(said.conditionNow(row, id))
      const { subject, review } = held
      const facts = { subject: subject.name, by }
      send(conditionToJudge({ to: row.setBy, because: 'reviewer', about: aboutReview(review, subject), of: row, facts }))
      return presentedCondition(db, row, held.review)
    },
  })
