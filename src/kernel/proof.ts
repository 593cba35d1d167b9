import { anonymous } from './actor.ts'
import type { Actor } from './actor.ts'
import type { AnyOperation } from './operation.ts'
import type { Refusal } from './refusal.ts'
import { refuse } from './refusal.ts'

/** Whoever has shown too little for what they may is a visitor, except where they can show more. */
export const asProven = (actor: Actor, { beforeProof }: Pick<AnyOperation, 'beforeProof'>): Actor =>
  actor.kind === 'person' && actor.unproven && !beforeProof ? anonymous : actor

export const proofNeeded = (): Refusal =>
  refuse(
    'forbidden',
    'second-factor-needed',
    'Your roles need a second factor here, and this sign-in has shown none.',
    'Set one up on your access page, or sign in again with its code.',
  )
