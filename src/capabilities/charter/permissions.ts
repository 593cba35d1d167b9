import type { Actor } from '#src/kernel/actor.ts'
import { scopeOf } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { signedIn } from '../permissions.ts'
import type { CharterRow } from './store.ts'

/** What a permission needs of a version; a shipped charter that nobody here adopted has no row. */
interface Seen {
  state: CharterRow['state'] | 'shipped'
}

export const noSuchVersion = (): Refusal =>
  refuse(
    'not-found',
    'no-such-charter',
    'There is no such version of the charter that you may see.',
    'Take the digest from the list of versions.',
    'digest',
  )

/** An impact names solutions, so it is for those who see every solution. */
export const readsProposals = (actor: Actor): Refusal | null =>
  signedIn(actor) ??
  (scopeOf(actor).kind === 'everything'
    ? null
    : refuse(
        'forbidden',
        'reviewers-only',
        'Proposals name solutions of others, so only those who see every solution read them.',
        'Read the charter in force; ask a program lead what is planned.',
      ))

/** What counts or counted is everybody's to read; what is only proposed, or was, is not. */
const maySeeVersion = (actor: Actor, { state }: Seen): boolean =>
  state === 'shipped' || state === 'in-force' || state === 'superseded' || readsProposals(actor) === null

export const seesVersions = (actor: Actor, versions: readonly (Seen | undefined)[]): Refusal | null =>
  versions.map(version => seesVersion(actor, version)).find(no => no !== null) ?? null

export const seesVersion = (actor: Actor, version: Seen | undefined): Refusal | null =>
  signedIn(actor) ?? (version && maySeeVersion(actor, version) ? null : noSuchVersion())
