import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { id, version } from '#src/kernel/text.ts'
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

export const assignFinding = operation({
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
  async run({ to }, { actor, db, now, record }, held) {
    if (!held) throw noSuchFinding()
    expectLive(held.finding)
    if (to !== null && !(await activePerson(db, to)))
      throw refuse('invalid', 'nobody-active', 'Nobody with this id is here now.', 'Choose somebody who is active in the directory.', 'to')
    const row = await assign(db, held.finding.id, to)
    record(said.assigned(row, asPerson(actor).id))
    return presentFinding(db, row, now)
  },
})
