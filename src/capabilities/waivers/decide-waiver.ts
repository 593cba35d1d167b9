import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { id, version } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import { aboutSolution } from '../registry/index.ts'
import { language, reason, waiverView } from './contract.ts'
import { waiverDeclined, waiverGranted } from './entries.ts'
import { waivers } from './governed.ts'
import { holdWaiver, todayIn } from './held.ts'
import { leaveDecided } from './messages.ts'
import { mayDecide, noSuchWaiver } from './permissions.ts'
import { presentWaivers } from './present.ts'
import { decideWaiver } from './store.ts'
import { expectInTime, expectWaivable, standingOf } from './waiver.ts'

/** Yes or no to somebody's leave; they differ in what is checked once more. */
const deciding = (charters: Charters, declared: { name: string; summary: string; path: `/${string}`; state: 'granted' | 'declined' }) =>
  operation({
    name: declared.name,
    summary: declared.summary,
    effect: 'write',
    http: { method: 'POST', path: declared.path },
    input: z.strictObject({ id: id(), version: version(), note: reason('Why, for whoever asked.'), language: language() }),
    output: waiverView,
    target: ({ id }, { db }) => holdWaiver(charters, db, id),
    allows: mayDecide,
    async run({ note, language }, { actor, db, now, record, send }, held) {
      if (!held) throw noSuchWaiver()
      const { waiver, solution } = held
      const charter = await charters.adopted(db)
      const today = todayIn(charter, now)
      if (standingOf(waiver, today.toString()) !== 'requested')
        throw refuse('conflict', 'waiver-decided', 'This was decided already, or its time is over.', 'Have it requested anew.', 'id')
      if (declared.state === 'granted') {
        // The charter may have changed since it was asked for.
        expectWaivable(charter, waiver.what)
        expectInTime(charter, waiver.endsOn, today)
      }
      const { id: by, human } = asPerson(actor)
      const row = await decideWaiver(db, waiver.id, { state: declared.state, by, human, note }, now)
      const about = { what: row.what, solution: row.solutionId, endsOn: row.endsOn }
      const subject = waivers.subject(row)
      record(
        declared.state === 'granted'
          ? waiverGranted({ subject, data: { ...about, grantedBy: by }, personal: { note } })
          : waiverDeclined({ subject, data: { ...about, declinedBy: by }, personal: { note } }),
      )
      const facts = { solution: solution.name, until: row.endsOn }
      send(leaveDecided[declared.state]({ to: row.requestedBy, because: 'requester', about: aboutSolution(solution), of: row, facts }))
      const [shown] = await presentWaivers(db, [{ ...row, number: solution.number, name: solution.name }], { charter, language, now })
      if (!shown) throw noSuchWaiver()
      return shown
    },
  })

export const grantWaiver = (charters: Charters) =>
  deciding(charters, {
    name: 'grant-waiver',
    summary: 'Give leave not to meet a duty until the day that was asked for.',
    path: '/waivers/{id}/grant',
    state: 'granted',
  })

export const declineWaiver = (charters: Charters) =>
  deciding(charters, {
    name: 'decline-waiver',
    summary: 'Say no to leave that was asked for, and why.',
    path: '/waivers/{id}/refusal',
    state: 'declined',
  })
