import { z } from 'zod'
import { operation } from '../operation.ts'
import { meView, personView } from './contract.ts'
import { anyone } from './permissions.ts'
import { activePerson } from './store.ts'

export const showMe = (installation: { company: string; demo: boolean }) =>
  operation({
    name: 'show-me',
    summary: 'Who is signed in, and into which installation.',
    effect: 'read',
    http: { method: 'GET', path: '/me' },
    input: z.strictObject({}),
    output: meView,
    allows: anyone,
    async run(_, { actor, db }) {
      const person = actor.kind === 'person' ? await activePerson(db, actor.id) : undefined
      return { person: person ? personView.parse(person) : null, ...installation }
    },
  })
