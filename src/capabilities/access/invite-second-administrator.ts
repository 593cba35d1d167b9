import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { operation } from '../operation.ts'
import { installationRow, lockPeople } from '../people/index.ts'
import { addAdministrator } from './add-administrator.ts'
import { madeAlone } from './bootstrap.ts'
import { emailText, linkView, personName } from './contract.ts'
import { bootstrapped } from './entries.ts'
import { makeLink } from './links.ts'
import { administratorsOnly } from './permissions.ts'
import { mayNameSecond } from './power.ts'

/**
 * The one role that one person ever gives alone. Everything that matters takes two people, so the first must be able to
 * bring in the second; as soon as they have named one, this is over for good.
 */
export const inviteSecondAdministrator = operation({
  name: 'invite-second-administrator',
  summary: 'As the only one here yet: name the second administrator and make their invitation. Possible once.',
  effect: 'write',
  attended: true,
  http: { method: 'POST', path: '/bootstrap/invitation' },
  input: z.strictObject({ name: personName(), email: emailText() }),
  output: linkView.extend({ person: z.string().describe('The id of the account that was made.') }),
  allows: administratorsOnly,
  async run({ name, email }, { db, now, record }) {
    await lockPeople(db)
    const over = mayNameSecond(await madeAlone(db))
    if (over) throw over
    const id = newId()
    await addAdministrator({ db, now, record }, { id, name, email })
    const installation = await installationRow(db)
    record(
      bootstrapped({
        subject: { kind: 'bootstrap', id: installation?.id ?? '', version: null, digest: null },
        data: { step: 'second-administrator', person: id },
        personal: {},
      }),
    )
    return { ...(await makeLink({ db, now, record }, { kind: 'invitation', person: id, givenBy: 'founder' })), person: id }
  },
})
