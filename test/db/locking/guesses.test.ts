import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Credential } from '#src/kernel/operation.ts'
import type { AccessWorld } from '../access-world.ts'
import { accessWorld, codeOf } from '../access-world.ts'

/* Ten thousand guesses at passwords: hardly any is compared with one, and whoever owns the account still gets in. */

let world: AccessWorld
let ada: Credential
beforeAll(async () => {
  world = await accessWorld()
  ada = (await world.twoAdministrators()).ada
})
afterAll(() => world.remove())

/** Makes so many guesses, sixteen at a time over an hour, and counts what was heard. */
const guess = async (count: number, of: (i: number) => { email: string; source: string }): Promise<Map<string, number>> => {
  const heard = new Map<string, number>()
  for (let i = 0; i < count; i += 16) {
    const together = Array.from({ length: Math.min(16, count - i) }, (_, j) => of(i + j))
    const codes = await Promise.all(
      together.map(({ email, source }, j) => codeOf(world.signIn(email, `a wrong password, number ${i + j}`, { source }))),
    )
    for (const code of codes) heard.set(String(code), (heard.get(String(code)) ?? 0) + 1)
    world.clock.move({ milliseconds: Math.round((16 * 3_600_000) / count) })
  }
  console.log(`${heard.get('wrong-password') ?? 0} of ${count} guesses were compared with a password`)
  return heard
}

describe('ten thousand guesses in an hour', { timeout: 300_000 }, () => {
  test('from one place at one account: at most 20 are looked at, and the owner gets in from theirs', async () => {
    const { email, password } = await world.join(ada, 'Ines Roth', 'plum jam on a grey morning')
    await world.signIn(email, password, { source: '192.0.2.77' })
    const heard = await guess(4_000, () => ({ email, source: '203.0.113.5' }))
    expect(heard.get('wrong-password')).toBeLessThanOrEqual(20)
    // Sixteen at once are more than are compared at a time; who is told so was not compared either.
    expect([...heard.keys()].filter(code => !['too-many-attempts', 'too-busy'].includes(code))).toEqual(['wrong-password'])
    expect(await codeOf(world.signIn(email, password, { source: '192.0.2.77' }))).toBeUndefined()
  })

  test('from a thousand places at one account: at most 110 are looked at, and the owner gets in from theirs', async () => {
    const { email, password } = await world.join(ada, 'Jan Falk', 'the ferry hums in b minor')
    await world.signIn(email, password, { source: '192.0.2.78' })
    const heard = await guess(3_000, i => ({ email, source: `198.51.${i % 100}.${Math.floor(i / 100) % 10}` }))
    expect(heard.get('wrong-password')).toBeLessThanOrEqual(110)
    expect(await codeOf(world.signIn(email, password, { source: '192.0.2.78' }))).toBeUndefined()
  })

  test('from one place at a thousand accounts: at most 140 are looked at', async () => {
    const heard = await guess(3_000, i => ({ email: `guess-${i % 1_000}@alderney.example`, source: '203.0.113.6' }))
    expect(heard.get('wrong-password')).toBeLessThanOrEqual(140)
  })
})
