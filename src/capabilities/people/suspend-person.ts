import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { personPage } from './contract.ts'
import { personContent, personSuspended } from './entries.ts'
import { personId } from './fields.ts'
import { unknownPerson } from './permissions.ts'
import { pageOf } from './present.ts'
import { decidesStanding, expectAdministratorBesides } from './standing.ts'
import { lockPeople, personById, updatePeople } from './store.ts'

/** From that moment on no sign-in and no token of theirs opens anything, nor will it when they are let back. */
export const suspendPerson = operation({
  name: 'suspend-person',
  summary: 'Keep somebody out until further notice; their roles stay, and everything that they have open ends.',
  effect: 'write',
  http: { method: 'POST', path: '/people/{person}/suspension' },
  input: z.strictObject({ person: personId(), version: version() }),
  output: personPage,
  async target({ person }, { db }) {
    await lockPeople(db)
    return personById(db, person)
  },
  allows: decidesStanding,
  async run(_, { actor, db, now, record }, row) {
    if (!row) throw unknownPerson()
    if (row.state !== 'active')
      throw refuse('conflict', 'not-active', 'This person is suspended already, or has left.', 'There is nothing to do.')
    await expectAdministratorBesides(db, [row.id])
    for (const changed of await updatePeople(db, [{ ...row, state: 'suspended', stateSince: now }], now))
      record(personSuspended(personContent(changed)))
    return pageOf(db, row.id, actor, now)
  },
})
