import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { dayIn } from '#src/kernel/business-calendar.ts'
import { refuse, Refusal } from '#src/kernel/refusal.ts'
import { jobKind } from '../jobs/index.ts'
import { operation } from '../operation.ts'
import { onlyTheProgram } from '../permissions.ts'
import { conditionsToRemindOf } from './condition-store.ts'
import { conditionsReminded } from './entries.ts'
import type { ReviewParts } from './held.ts'
import { aboutReview, conditionDueSoon } from './messages.ts'
import { remindedUntil } from './reminder.ts'
import { keyOf } from './store.ts'

/** Once for each condition: whoever was told of it already is told nothing again. */
export const remindOfConditions = ({ charters, kinds }: ReviewParts) =>
  operation({
    name: 'remind-of-conditions',
    summary: 'Tell those who build or own something which of its conditions are due within three working days.',
    effect: 'write',
    input: z.strictObject({}),
    output: z.object({ reminded: z.int() }),
    allows: onlyTheProgram,
    async run(_, { db, now, record, send }) {
      const calendar = calendarOf(await charters.inForce(db))
      const today = dayIn(calendar, now)
      const until = remindedUntil(calendar, Temporal.PlainDate.from(today))
      const due = until === null ? [] : await conditionsToRemindOf(db, conditionDueSoon.kind, { from: today, until: until.toString() })
      if (due.length === 0) throw noneDue()
      for (const { number, dueOn, ...row } of due) {
        const subject = await kinds.find(({ kind }) => kind === row.kind)?.look(db, row.subject)
        if (!subject) continue
        const facts = { subject: subject.name, what: row.text, by: dueOn }
        for (const to of subject.speakers)
          send(conditionDueSoon({ to, because: 'maker', about: aboutReview(keyOf(number), subject), of: row, facts }))
      }
      const conditions = due.map(({ id }) => id)
      const subject = { kind: 'condition-reminder', id: today, version: null, digest: null }
      record(conditionsReminded({ subject, data: { conditions }, personal: {} }))
      return { reminded: due.length }
    },
  })

const noneDue = () => refuse('conflict', 'no-condition-due', 'Nobody has to be reminded of a condition now.', 'There is nothing to do.')

/** Each morning, before work begins. */
export const remindEachDay = (remind: ReturnType<typeof remindOfConditions>) =>
  jobKind({
    name: 'remind-of-conditions',
    called: 'reminding of conditions before they are due',
    input: z.object({}),
    schedule: { every: 'day', at: '06:00' },
    async step(_, __, { run }) {
      try {
        const { reminded } = (await run(remind, {}, { kind: 'system', job: 'remind-of-conditions' })).output
        return { done: reminded }
      } catch (error) {
        if (error instanceof Refusal && error.code === 'no-condition-due') return { done: 0 }
        throw error
      }
    },
  })
