import { z } from 'zod'
import { operation } from '../operation.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { offersTo } from '../registry/index.ts'
import { offerView } from './contract.ts'
import { presentOffers } from './present.ts'

export const listOffers = operation({
  name: 'list-offers',
  summary: 'Solutions that one was asked to answer for and has not said yet.',
  effect: 'read',
  http: { method: 'GET', path: '/me/offers' },
  input: z.strictObject({}),
  output: z.object({ offers: z.array(offerView) }),
  allows: personsOnly,
  run: async (_, { actor, db }) => ({ offers: await presentOffers(db, await offersTo(db, asPerson(actor).id)) }),
})
