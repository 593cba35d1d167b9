import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { personPage } from './contract.ts'
import { personId } from './fields.ts'
import { seeOff } from './leaving.ts'
import { unknownPerson } from './permissions.ts'
import { pageOf } from './present.ts'
import { decidesStanding, expectAdministratorBesides } from './standing.ts'
import { lockPeople, personById } from './store.ts'
import { lockUnits } from './unit-store.ts'

export const recordDeparture = operation({
  name: 'record-departure',
  summary: 'Record that somebody left the company: everything of theirs that is open ends, and so do their roles.',
  effect: 'write',
  http: { method: 'POST', path: '/people/{person}/departure' },
  input: z.strictObject({ person: personId(), version: version() }),
  output: personPage,
  async target({ person }, { db }) {
    await lockUnits(db)
    await lockPeople(db)
    return personById(db, person)
  },
  allows: decidesStanding,
  async run(_, { actor, db, now, record }, row) {
    if (!row) throw unknownPerson()
    if (row.state === 'left') throw refuse('conflict', 'left-already', 'This person has left already.', 'There is nothing to do.')
    await expectAdministratorBesides(db, [row.id])
    await seeOff([row], { db, now, record })
    return pageOf(db, row.id, actor, now)
  },
})
