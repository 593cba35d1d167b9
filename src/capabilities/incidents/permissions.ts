import type { Actor } from '#src/kernel/actor.ts'
import { isHuman } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly, signedIn } from '../permissions.ts'
import { readsStops, startsStops } from '../stops/index.ts'
import type { HeldAction } from './held.ts'
import type { IncidentRow } from './store.ts'

export const noSuchIncident = (): Refusal =>
  refuse('not-found', 'no-such-incident', 'There is no such incident that you may read.', 'Take it from the list of incidents.', 'incident')

/** Whoever reads which things are stopped reads what went wrong. Everybody else learns of it on the pages of their own solutions. */
export const readsIncidents = (actor: Actor): Refusal | null => signedIn(actor) ?? (readsStops(actor) === null ? null : noSuchIncident())

/** Those who may stop something work on what went wrong. */
export const worksIncidents = (actor: Actor): Refusal | null =>
  personsOnly(actor) ??
  (startsStops(actor) === null
    ? null
    : refuse(
        'forbidden',
        'incidents-by-office',
        'Incidents are worked on by IT security, the center of excellence and the program lead.',
        'Tell one of them what you know; they note it.',
      ))

export const worksOn = (actor: Actor, incident: IncidentRow | undefined): Refusal | null =>
  worksIncidents(actor) ?? (incident ? null : noSuchIncident())

/** What was learned is read by somebody who did not open it, before it is closed. */
export const closes = (actor: Actor, incident: IncidentRow | undefined): Refusal | null => {
  const refused = worksOn(actor, incident)
  if (refused || !incident) return refused ?? noSuchIncident()
  return isHuman(actor, incident.openedByHuman)
    ? refuse(
        'forbidden',
        'own-incident',
        'Whoever opened an incident doesn’t close it.',
        'Ask somebody else of IT security or the center of excellence to read it and close it.',
      )
    : null
}

/** Whoever has to do something says that it is done; a later day is given by those who work on the incident. */
export const settles = (actor: Actor, held: HeldAction | undefined): Refusal | null => {
  const own = held && actor.kind === 'person' && actor.id === held.action.ownerId
  return personsOnly(actor) ?? (own ? null : worksOn(actor, held?.incident))
}

export const defers = (actor: Actor, held: HeldAction | undefined): Refusal | null => worksOn(actor, held?.incident)
