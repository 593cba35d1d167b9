import { afterAll, beforeAll, expect, test } from 'vitest'
import { peopleWorld } from './people-world.ts'
import type { PeopleWorld } from './people-world.ts'

/* What could be done when it was proposed need not be possible any more when it is adopted. */
let world: PeopleWorld
beforeAll(async () => {
  world = await peopleWorld()
})
afterAll(() => world.remove())

interface Proposed {
  id: string
  version: number
  digest: string
}
const propose = (by: string, person: string, role: string, give: boolean) =>
  world.as<Proposed>(by, 'propose-role-change', { changes: [{ person, role, give }], note: 'As agreed.' })
const adopt = (by: string, { id, version, digest }: Proposed) => world.as(by, 'adopt-proposal', { proposal: id, version, digest })

test('taking the role from one administrator is refused once the other has lost it: somebody keeps the directory', async () => {
  await adopt('grace-mbeki', await propose('amelia-hart', 'luca-ferri', 'program-lead', true))
  await adopt('grace-mbeki', await propose('amelia-hart', 'hanna-lindqvist', 'administrator', true))
  const fromGrace = await propose('amelia-hart', 'grace-mbeki', 'administrator', false)
  await adopt('amelia-hart', await propose('grace-mbeki', 'hanna-lindqvist', 'administrator', false))
  await expect(adopt('luca-ferri', fromGrace)).rejects.toMatchObject({ code: 'last-administrator' })
  expect(await world.as('grace-mbeki', 'show-me')).toMatchObject({ person: { roles: ['administrator'] } })
  await world.expectProven()
})
