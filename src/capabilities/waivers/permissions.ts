import type { Actor } from '#src/kernel/actor.ts'
import { isHuman } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly } from '../permissions.ts'
import { seesIt } from '../registry/index.ts'
import { rolesGiven } from '../review/index.ts'
import type { Held } from './held.ts'
import { whyNotDecide } from './waiver.ts'

export const noSuchWaiver = (): Refusal =>
  refuse('not-found', 'no-such-waiver', 'There is no such waiver that you may see.', 'Take it from the list of waivers.', 'id')

const seesWaiver = (actor: Actor, held: Held | undefined): Refusal | null =>
  personsOnly(actor) ?? (held && seesIt(actor, held.solution) === null ? null : noSuchWaiver())

/** The office that the charter names, through somebody who had nothing to do with it. */
export const mayDecide = (actor: Actor, held: Held | undefined): Refusal | null => {
  const unseen = seesWaiver(actor, held)
  if (unseen || !held || actor.kind !== 'person') return unseen ?? noSuchWaiver()
  const { by, behind, waiver } = held
  return whyNotDecide({ human: actor.human, offices: rolesGiven(actor.roles), by, behind, requestedByHuman: waiver.requestedByHuman })
}

/** Whoever asked or answers for the solution gives it up; the office takes it back. */
export const mayEnd = (actor: Actor, held: Held | undefined): Refusal | null => {
  const unseen = seesWaiver(actor, held)
  if (unseen || !held || actor.kind !== 'person') return unseen ?? noSuchWaiver()
  const { by, behind, waiver } = held
  const theirs = isHuman(actor, waiver.requestedByHuman) || behind.includes(actor.human)
  return theirs || rolesGiven(actor.roles).includes(by ?? 'coe')
    ? null
    : refuse('forbidden', 'not-your-leave', 'This leave is not yours to end.', 'Ask the owner, or the office that granted it.')
}
