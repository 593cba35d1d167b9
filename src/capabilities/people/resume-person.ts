import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { personPage } from './contract.ts'
import { personContent, personResumed } from './entries.ts'
import { personId } from './fields.ts'
import { unknownPerson } from './permissions.ts'
import { pageOf } from './present.ts'
import { decidesStanding } from './standing.ts'
import { lockPeople, personById, updatePeople } from './store.ts'

export const resumePerson = operation({
  name: 'resume-person',
  summary: 'Let somebody back in who was suspended, or who had left: then without the roles that they had.',
  effect: 'write',
  http: { method: 'POST', path: '/people/{person}/resumption' },
  input: z.strictObject({ person: personId(), version: version() }),
  output: personPage,
  async target({ person }, { db }) {
    await lockPeople(db)
    return personById(db, person)
  },
  allows: decidesStanding,
  async run(_, { actor, db, now, record }, row) {
    if (!row) throw unknownPerson()
    if (row.state === 'active') throw refuse('conflict', 'active-already', 'This person is active.', 'There is nothing to do.')
    for (const changed of await updatePeople(db, [{ ...row, state: 'active', stateSince: now }], now))
      record(personResumed(personContent(changed)))
    return pageOf(db, row.id, actor, now)
  },
})
