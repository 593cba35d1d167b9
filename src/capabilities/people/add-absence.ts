import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { requestId } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { absencesAround, insertAbsence } from './absence-store.ts'
import { personPage } from './contract.ts'
import { dayOf } from './days.ts'
import { addedAbsence } from './entries.ts'
import { personId } from './fields.ts'
import { plansAbsence, unknownPerson } from './permissions.ts'
import { pageOf } from './present.ts'
import { lockPerson, personById } from './store.ts'

/** Longer than any leave; whoever is away for longer has somebody else's job to be done. */
const longest = 400
const day = () => z.iso.date('Write a day such as 2026-12-24.')

export const addAbsence = operation({
  name: 'add-absence',
  summary: 'Say when somebody is away, and who stands in for them.',
  effect: 'write',
  once: true,
  http: { method: 'POST', path: '/people/{person}/absences' },
  input: z.strictObject({
    person: personId(),
    firstDay: day(),
    lastDay: day().describe('The last day away.'),
    deputy: personId().nullable().default(null).describe('Who stands in: reviews and questions go to them.'),
    requestId: requestId(),
  }),
  output: personPage,
  target: ({ person }, { db }) => lockPerson(db, person),
  allows: plansAbsence,
  async run({ firstDay, lastDay, deputy }, { actor, db, now, record }, person) {
    if (!person) throw unknownPerson()
    const [first, last, today] = [firstDay, lastDay, dayOf(now)].map(each => Temporal.PlainDate.from(each))
    if (!first || !last || !today) throw new Error('A day that the schema let through is none.')
    if (Temporal.PlainDate.compare(last, first) < 0)
      throw refuse('invalid', 'days-reversed', 'The last day comes before the first.', 'Exchange the days.', 'lastDay')
    if (Temporal.PlainDate.compare(last, today) < 0)
      throw refuse('invalid', 'over-already', 'These days are over.', 'Give days to come.', 'lastDay')
    if (first.until(last).total('days') > longest)
      throw refuse(
        'invalid',
        'absence-too-long',
        `An absence lasts at most ${longest} days.`,
        'Have the account suspended instead.',
        'lastDay',
      )
    const others = (await absencesAround(db, [person.id], firstDay)).filter(each => each.personId === person.id && each.firstDay <= lastDay)
    if (others.length > 0)
      throw refuse(
        'conflict',
        'away-already',
        'They are away on some of these days already.',
        'Remove that absence first, or give other days.',
        'firstDay',
      )
    if (deputy !== null) {
      const standIn = await personById(db, deputy)
      if (standIn?.state !== 'active')
        throw refuse(
          'invalid',
          'no-such-deputy',
          'The deputy is nobody who could stand in.',
          'Choose somebody from the list of people.',
          'deputy',
        )
      if (standIn.human === person.human)
        throw refuse(
          'invalid',
          'own-deputy',
          'Nobody stands in for themself, through another account neither.',
          'Choose somebody else.',
          'deputy',
        )
    }
    record(addedAbsence(await insertAbsence(db, { id: newId(), personId: person.id, firstDay, lastDay, deputyId: deputy })))
    return pageOf(db, person.id, actor, now)
  },
})
