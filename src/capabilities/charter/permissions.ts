import type { Actor } from '#src/kernel/actor.ts'
import { hasRole, scopeOf } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly, signedIn } from '../permissions.ts'
import type { CharterRow } from './store.ts'

/** What a permission needs of a version; a shipped charter that nobody here adopted has no row. */
interface Seen {
  state: CharterRow['state'] | 'shipped'
}

export const mayPropose = (actor: Actor): Refusal | null =>
  personsOnly(actor) ??
  (hasRole(actor, 'program-lead')
    ? null
    : refuse('forbidden', 'program-lead-only', 'Only a program lead can propose a charter.', 'Give your change to a program lead.'))

export const noSuchVersion = (): Refusal =>
  refuse(
    'not-found',
    'no-such-charter',
    'There is no such version of the charter that you may see.',
    'Take the digest from the list of versions.',
    'digest',
  )

/** A second person, always: whoever proposed it can't, whatever roles they hold. */
export const mayAdopt = (actor: Actor, version: CharterRow | undefined): Refusal | null => {
  const nobody = personsOnly(actor)
  if (nobody) return nobody
  if (!hasRole(actor, 'program-lead', 'legal', 'it-security'))
    return refuse(
      'forbidden',
      'adopters-only',
      'A charter is adopted by a program lead, by legal or by IT security.',
      'Ask one of them to look at the proposal.',
    )
  if (!version) return noSuchVersion()
  return isProposer(actor, version)
    ? refuse(
        'forbidden',
        'own-proposal',
        'Nobody adopts a charter that they proposed themselves.',
        'Ask another program lead, legal or IT security to adopt it.',
      )
    : null
}

export const mayWithdraw = (actor: Actor, version: CharterRow | undefined): Refusal | null => {
  const nobody = personsOnly(actor)
  if (nobody) return nobody
  if (!version || !maySeeVersion(actor, version)) return noSuchVersion()
  return isProposer(actor, version) || hasRole(actor, 'program-lead')
    ? null
    : refuse('forbidden', 'not-yours', 'Only who proposed it or a program lead may withdraw it.', 'Tell them why it should not be adopted.')
}

const isProposer = (actor: Actor, { proposedBy }: CharterRow): boolean => actor.kind === 'person' && actor.id === proposedBy

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

export const seesVersion = (actor: Actor, version: Seen | undefined): Refusal | null =>
  signedIn(actor) ?? (version && maySeeVersion(actor, version) ? null : noSuchVersion())
