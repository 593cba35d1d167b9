import { z } from 'zod'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { personPage } from './contract.ts'
import { personChanged, personContent } from './entries.ts'
import { contact } from './fields.ts'
import { unknownPerson } from './permissions.ts'
import { pageOf } from './present.ts'
import { lockPerson, updatePeople } from './store.ts'

export const changeContact = operation({
  name: 'change-contact',
  summary: 'Say how makers reach oneself.',
  effect: 'write',
  http: { method: 'PUT', path: '/me/contact' },
  input: z.strictObject({ contact: contact().nullable() }),
  output: personPage,
  allows: personsOnly,
  async run({ contact }, { actor, db, now, record }) {
    const own = await lockPerson(db, asPerson(actor).id)
    if (!own) throw unknownPerson()
    for (const row of await updatePeople(db, [{ ...own, contact }], now)) record(personChanged(personContent(row)))
    return pageOf(db, own.id, actor, now)
  },
})
