import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { id, requestId, version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { activePerson } from '../people/index.ts'
import { asPerson } from '../permissions.ts'
import { actionWords, day, incident, laterWords } from './contract.ts'
import type { HeldAction } from './held.ts'
import { expectOpen, holdAction } from './held.ts'
import { defers, noSuchIncident, settles, worksOn } from './permissions.ts'
import { todayIn } from './present.ts'
import * as said from './said.ts'
import { incidentNumberOf, insertAction, lockIncident, updateAction } from './store.ts'

const output = z.object({ id: z.string(), version: z.int(), dueOn: z.string() })

/** @throws Refusal `day-over` */
const expectAhead = (dueOn: string, today: string): void => {
  if (dueOn < today) throw refuse('invalid', 'day-over', 'This day is over.', 'Give today or a later day.', 'dueOn')
}

export const addIncidentAction = (charters: Charters) =>
  operation({
    name: 'add-incident-action',
    summary: 'Say what has to be done about an incident, by whom and until which day.',
    effect: 'write',
    once: true,
    http: { method: 'POST', path: '/incidents/{incident}/actions' },
    input: z.strictObject({
      incident: incident(),
      what: actionWords(),
      owner: z.string().max(60).describe('Who has to do it.'),
      dueOn: day('The last day on which it is in time.'),
      requestId: requestId(),
    }),
    output,
    target: ({ incident }, { db }) => lockIncident(db, incidentNumberOf(incident)),
    allows: worksOn,
    async run({ what, owner, dueOn }, { db, now, record }, held) {
      if (!held) throw noSuchIncident()
      expectOpen(held)
      if (!(await activePerson(db, owner)))
        throw refuse(
          'invalid',
          'no-such-person',
          'Nobody of that name works here now.',
          'Choose somebody from the list of people.',
          'owner',
        )
      expectAhead(dueOn, await todayIn(charters, db, now))
      const row = await insertAction(db, { incidentId: held.id, what, ownerId: owner, dueOn })
      record(said.actionAdded(row))
      return row
    },
  })

/** @throws Refusal `no-such-incident`, `incident-closed`, `action-done` */
const expectUndone = (held: HeldAction | undefined): HeldAction => {
  if (!held) throw noSuchIncident()
  expectOpen(held.incident)
  if (held.action.doneAt !== null) throw refuse('conflict', 'action-done', 'It is done already.', 'There is nothing to do.', 'action')
  return held
}

export const completeIncidentAction = operation({
  name: 'complete-incident-action',
  summary: 'Say that something about an incident is done.',
  effect: 'write',
  http: { method: 'POST', path: '/incidents/actions/{action}/completion' },
  input: z.strictObject({ action: id(), version: version() }),
  output,
  target: ({ action }, { db }) => holdAction(db, action),
  allows: settles,
  async run(_, { actor, db, now, record }, held) {
    const { action } = expectUndone(held)
    const row = await updateAction(db, action.id, { doneAt: now.toString(), doneBy: asPerson(actor).id })
    record(said.actionDone(row))
    return row
  },
})

export const deferIncidentAction = (charters: Charters) =>
  operation({
    name: 'defer-incident-action',
    summary: 'Give something about an incident a later day, with the reason.',
    effect: 'write',
    http: { method: 'POST', path: '/incidents/actions/{action}/deferral' },
    input: z.strictObject({ action: id(), version: version(), dueOn: day('The new last day.'), because: laterWords() }),
    output,
    target: ({ action }, { db }) => holdAction(db, action),
    allows: defers,
    async run({ dueOn, because }, { db, now, record }, held) {
      const { action } = expectUndone(held)
      expectAhead(dueOn, await todayIn(charters, db, now))
      if (dueOn <= action.dueOn)
        throw refuse('invalid', 'day-not-later', 'It is due on that day or later already.', 'Give a later day.', 'dueOn')
      const row = await updateAction(db, action.id, { dueOn, deferredBecause: because })
      record(said.actionDeferred(row))
      return row
    },
  })
