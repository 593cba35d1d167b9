import { z } from 'zod'
import { operation } from '../operation.ts'
import { accountById } from './account-store.ts'
import { accessView } from './contract.ts'
import { seesAccount } from './permissions.ts'
import { presentAccess } from './present.ts'

export const showPersonAccess = operation({
  name: 'show-person-access',
  summary: 'Somebody’s ways in, as administrators and auditors see them: what is open and since when, never a secret.',
  effect: 'read',
  http: { method: 'GET', path: '/people/{person}/access' },
  input: z.strictObject({ person: z.string().max(60) }),
  output: accessView,
  target: ({ person }, { db }) => accountById(db, person),
  allows: seesAccount,
  run: ({ person }, { db, now }) => presentAccess(db, person, null, now),
})
