import { z } from 'zod'
import { operation } from '../operation.ts'
import { personPage } from './contract.ts'
import { personId } from './fields.ts'
import { seesPerson } from './permissions.ts'
import { pageOf } from './present.ts'
import { personById } from './store.ts'

export const showPerson = operation({
  name: 'show-person',
  summary: 'One person: what everybody may know, and what you may.',
  effect: 'read',
  http: { method: 'GET', path: '/people/{person}' },
  input: z.strictObject({ person: personId() }),
  output: personPage,
  target: ({ person }, { db }) => personById(db, person),
  allows: seesPerson,
  run: ({ person }, { actor, db, now }) => pageOf(db, person, actor, now),
})
