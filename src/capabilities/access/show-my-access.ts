import { z } from 'zod'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { accessView } from './contract.ts'
import { presentAccess } from './present.ts'

export const showMyAccess = operation({
  name: 'show-my-access',
  summary: 'One’s own ways in: password, second factor, open sign-ins and tokens.',
  effect: 'read',
  beforeProof: true,
  http: { method: 'GET', path: '/access' },
  input: z.strictObject({}),
  output: accessView,
  allows: personsOnly,
  run: (_, { actor, db, now }) => presentAccess(db, asPerson(actor).id, asPerson(actor).access, now),
})
