import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { personPage } from './contract.ts'
import { accountsJoined, personContent } from './entries.ts'
import { personId } from './fields.ts'
import { keepsPerson, unknownPerson } from './permissions.ts'
import { pageOf } from './present.ts'
import { accountsOf, lockPeople, personById, updatePeople } from './store.ts'

/** One administrator may say so, because it only takes away: where two people are needed, the accounts count as one. */
export const joinAccounts = operation({
  name: 'join-accounts',
  summary: 'Say that two accounts belong to one human being, who then counts once wherever two people are needed.',
  effect: 'write',
  http: { method: 'POST', path: '/people/{person}/joining' },
  input: z.strictObject({
    person: personId(),
    version: version(),
    other: personId().describe('The other account of the same human being.'),
  }),
  output: personPage,
  async target({ person }, { db }) {
    await lockPeople(db)
    return personById(db, person)
  },
  allows: keepsPerson,
  async run({ other: otherId }, { actor, db, now, record }, person) {
    const other = await personById(db, otherId)
    if (!person || !other) throw unknownPerson()
    if (other.human === person.human)
      throw refuse('conflict', 'joined-already', 'These accounts belong to one human being already.', 'There is nothing to do.', 'other')
    const accounts = await accountsOf(db, [person.human])
    for (const row of await updatePeople(
      db,
      accounts.map(account => ({ ...account, human: other.human })),
      now,
    ))
      record(accountsJoined(personContent(row)))
    return pageOf(db, person.id, actor, now)
  },
})
