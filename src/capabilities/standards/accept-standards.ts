import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { text } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { standardsAccepted } from './entries.ts'
import { acceptances } from './governed.ts'
import { nameFault, standardsOf } from './standards.ts'
import { insertAcceptance } from './store.ts'

export const acceptStandards = (charters: Charters) =>
  operation({
    name: 'accept-standards',
    summary: 'Put one’s name under the page of standards of the charter in force.',
    effect: 'write',
    attended: true,
    http: { method: 'POST', path: '/me/standards' },
    input: z.strictObject({
      name: text(200).describe('One’s own full name, typed.'),
      standards: z.string().max(100).describe('The digest of the page that was read, as show-standards gave it.'),
    }),
    output: z.object({ version: z.string(), acceptedAt: z.string() }),
    allows: personsOnly,
    async run({ name, standards }, { actor, db, now, record }) {
      const person = asPerson(actor)
      const { version, digest } = standardsOf(await charters.inForce(db))
      if (standards !== digest)
        throw refuse(
          'stale',
          'other-standards',
          'These are not the standards that are in force now.',
          'Read them again first.',
          'standards',
        )
      const fault = nameFault(name, person.name)
      if (fault) throw fault
      const row = await insertAcceptance(
        db,
        { personId: person.id, human: person.human, standardsVersion: version, standardsDigest: digest, name },
        now,
      )
      if (!row) throw refuse('conflict', 'accepted-already', 'You have accepted these standards already.', 'There is nothing to do.')
      record(
        standardsAccepted({
          subject: acceptances.subject(row),
          data: { person: person.id, standards: version, digest },
          personal: { name },
        }),
      )
      return { version, acceptedAt: row.acceptedAt.toString() }
    },
  })
