import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { id, version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { activePerson } from '../people/index.ts'
import { asPerson } from '../permissions.ts'
import { findingView } from './contract.ts'
import { hold } from './held.ts'
import { handsOut, noSuchFinding } from './permissions.ts'
import { presentFinding } from './present.ts'
import * as said from './said.ts'
import { assign } from './store.ts'
import { expectLive } from './live.ts'
import { findingAssigned } from './messages.ts'
import { spokenOf } from './tell.ts'

export const assignFinding = (charters: Charters) =>
  operation({
    name: 'assign-finding',
    summary: 'Say who works on a finding, or that nobody does.',
    effect: 'write',
    http: { method: 'POST', path: '/findings/{finding}/assignee' },
    input: z.strictObject({
      finding: id(),
      version: version(),
      to: z.string().max(200).nullable().describe('The id of somebody who is active in the directory.'),
    }),
    output: findingView,
    target: ({ finding }, { db }) => hold(db, finding),
    allows: handsOut,
    async run({ to }, { actor, db, now, record, send }, held) {
      if (!held) throw noSuchFinding()
      expectLive(held.finding)
      if (to !== null && !(await activePerson(db, to)))
        throw refuse(
          'invalid',
          'nobody-active',
          'Nobody with this id is here now.',
          'Choose somebody who is active in the directory.',
          'to',
        )
      const row = await assign(db, held.finding.id, to)
      const { id: by, name: from } = asPerson(actor)
      record(said.assigned(row, by))
      const { facts, ...spoken } = (await spokenOf(db, calendarOf(await charters.inForce(db)), [row]))(row)
      if (to !== null) send(findingAssigned({ to, because: 'assignee', ...spoken, facts: { ...facts, from } }))
      return presentFinding(db, row, now)
    },
  })
