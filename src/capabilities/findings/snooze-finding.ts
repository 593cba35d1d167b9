import { z } from 'zod'
import { id, version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { findingView, reason } from './contract.ts'
import { hold } from './held.ts'
import { expectLive, expectSnoozable } from './live.ts'
import { noSuchFinding, putsOff } from './permissions.ts'
import { presentFinding } from './present.ts'
import * as said from './said.ts'
import { snooze } from './store.ts'
import { watchUntil } from './watch-store.ts'

export const snoozeFinding = (charters: Charters) =>
  operation({
    name: 'snooze-finding',
    summary: 'Put a finding off until a moment, with a reason. It comes back then, or before that when it becomes graver.',
    effect: 'write',
    http: { method: 'POST', path: '/findings/{finding}/snooze' },
    input: z.strictObject({
      finding: id(),
      version: version(),
      until: z.iso.datetime({ offset: true, error: 'Write a moment such as 2027-01-31T09:00:00Z.' }),
      reason: reason('Why it can wait.'),
    }),
    output: findingView,
    target: ({ finding }, { db }) => hold(db, finding),
    allows: putsOff,
    async run({ until, reason }, { actor, db, now, record }, held) {
      if (!held) throw noSuchFinding()
      const { finding } = held
      expectLive(finding)
      const moment = Temporal.Instant.from(until)
      expectSnoozable(moment, await charters.adopted(db), now)
      const row = await snooze(db, finding.id, moment, reason)
      await watchUntil(db, { kind: finding.subjectKind, id: finding.subjectId }, moment)
      record(said.snoozed(row, asPerson(actor).id))
      return presentFinding(db, row, now)
    },
  })
