import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { activePerson, personView, presentPerson } from '../people/index.ts'
import { beginSignIn } from './begin-access.ts'

/**
 * Signs in as one of the demo company's people, without a password: it exists only where the data is made up and the
 * server answers on loopback alone (`demo` is false otherwise, and the operation refuses everyone).
 */
export const startDemoSession = ({ demo }: { demo: boolean }) =>
  operation({
    name: 'start-demo-session',
    summary: 'Sign in as one of the people of the demo company.',
    effect: 'write',
    input: z.strictObject({ person: z.string().max(60) }),
    output: z.object({ secret: z.string(), expiresAt: z.string(), lasts: z.int(), person: personView }),
    allows: () =>
      demo
        ? null
        : refuse('forbidden', 'demo-only', 'Signing in without a password exists only in the demo.', 'Sign in with your own account.'),
    async run({ person: id }, { db, now, record }) {
      const person = await activePerson(db, id)
      if (!person)
        throw refuse(
          'not-found',
          'no-such-persona',
          'The demo company has no such person.',
          'Choose one of the list (/api/personas).',
          'person',
        )
      const begun = await beginSignIn({ db, now, record }, { person: person.id, method: 'demo-persona', secondFactor: false })
      return { ...begun, person: presentPerson(person) }
    },
  })
