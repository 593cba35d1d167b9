import { z } from 'zod'
import { id } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { deleteAbsence, lockAbsence } from './absence-store.ts'
import { personPage } from './contract.ts'
import { removedAbsence } from './entries.ts'
import { plansAbsence, unknownPerson } from './permissions.ts'
import { pageOf } from './present.ts'
import { personById } from './store.ts'

export const removeAbsence = operation({
  name: 'remove-absence',
  summary: 'Take back that somebody is away.',
  effect: 'write',
  http: { method: 'DELETE', path: '/absences/{absence}' },
  input: z.strictObject({ absence: id() }),
  output: personPage,
  async target({ absence }, { db }) {
    const row = await lockAbsence(db, absence)
    return row && personById(db, row.personId)
  },
  allows: plansAbsence,
  async run({ absence }, { actor, db, now, record }, person) {
    const row = await lockAbsence(db, absence)
    if (!row || !person) throw unknownPerson()
    await deleteAbsence(db, absence)
    record(removedAbsence(row))
    return pageOf(db, person.id, actor, now)
  },
})
