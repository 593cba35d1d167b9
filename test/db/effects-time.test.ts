import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { putDownRounds, workOff } from '#src/capabilities/jobs/work.ts'
import type { WorkParts } from '#src/capabilities/jobs/work.ts'
import { nights } from './effects-world.ts'
import type { Solutions } from './solutions-world.ts'
import { harmless, openSolutions } from './solutions-world.ts'

/* Each effect comes once, however the clock, the jobs and the processes go. The jobs run as they do on a server. */
let world: Solutions
let at: ReturnType<typeof nights>
beforeAll(async () => {
  world = await openSolutions('2027-02-28T09:00:00Z')
  at = nights(world)
  await world.acceptStandards('priya-raman')
  await at.set('entry-expired', 'on')
})
afterAll(() => world.remove())

let troubles: unknown[] = []
beforeEach(() => {
  troubles = []
})

const parts = (change: Partial<WorkParts> = {}): WorkParts => ({
  db: world.db,
  clock: world.clock,
  run: world.run,
  kinds: world.program.jobs,
  calendar: () => Promise.resolve({ timeZone: 'UTC' }),
  onTrouble: (_, error) => void troubles.push(error),
  ...change,
})

/** All that the schedules ask for now; what waits for other work waits until that is over. */
const round = async () => {
  await world.sequencer.settled()
  await putDownRounds(parts())
  await workOff(parts(), 'one')
  world.move({ seconds: 10 })
  await workOff(parts(), 'one')
}
const taken = async () => (await world.db.selectFrom('ledgerEntry').select('id').where('type', '=', 'effect-taken').execute()).length

test('one second around the grace, over leap day', async () => {
  const key = await world.running(harmless)
  const { expiresAt } = await world.show(key)
  const limit = Temporal.Instant.from(expiresAt ?? '').add({ hours: 24 * 30 })
  expect(limit.toString().slice(0, 10)).toBe('2028-03-29')
  world.move(world.clock.now().until(limit.subtract({ seconds: 1 }), { largestUnit: 'seconds' }))
  await at.night()
  expect(await at.stateOf(key)).toBe('active')
  world.move({ seconds: 1 })
  await at.night()
  expect(await at.stateOf(key)).toBe('suspended')
  expect(await taken()).toBe(1)
})

test('after 45 days switched off the night is made up for once, behind its full sweep', async () => {
  const keys = [await world.running(harmless), await world.running(harmless)]
  await round()
  world.move({ hours: 24 * (366 - 14) })
  await round()
  expect(await Promise.all(keys.map(at.stateOf))).toEqual(['active', 'active'])
  world.move({ hours: 24 * 45 })
  await round()
  expect(await Promise.all(keys.map(at.stateOf))).toEqual(['suspended', 'suspended'])
  await round()
  world.move({ hours: 24 })
  await round()
  expect(await taken()).toBe(3)
  expect(troubles).toEqual([])
})

test('a clock that goes back a day does nothing a second time, nor past the cap of the night', async () => {
  const keys = [await world.running(harmless), await world.running(harmless), await world.running(harmless)]
  await at.set('entry-expired', 'on', 1)
  world.move({ hours: 24 * 366 })
  await at.night()
  world.move({ hours: 24 * 31 })
  await at.night()
  expect(await taken()).toBe(4)
  world.move({ hours: -24 })
  await at.night()
  await round()
  expect(await taken()).toBe(4)
  world.move({ hours: 48 })
  await at.night()
  expect(await taken()).toBe(5)
  await at.set('entry-expired', 'on', 20)
  await at.night()
  expect(await Promise.all(keys.map(at.stateOf))).toEqual(['suspended', 'suspended', 'suspended'])
  expect(await taken()).toBe(6)
})

test('a process that dies in the middle of a night leaves it to another, which does what is left', async () => {
  const keys: string[] = []
  for (let n = 0; n < 4; n += 1) keys.push(await world.running(harmless))
  world.move({ hours: 24 * 366 })
  await at.full()
  world.move({ hours: 24 * 31 })
  await at.full()
  const before = await taken()
  let acts = 0
  const dying = parts({
    kinds: world.program.jobs.filter(({ name }) => name === 'act-on-findings'),
    run: (operation, input, credential) => {
      if (operation.name === 'act-on-finding') acts += 1
      if (acts === 3) throw new Error('The process died.')
      return world.run(operation, input, credential)
    },
  })
  await putDownRounds(dying)
  await workOff(dying, 'dying')
  expect(await taken()).toBe(before + 2)
  world.move({ minutes: 3 })
  await workOff(parts(), 'other')
  world.move({ seconds: 10 })
  await workOff(parts(), 'other')
  expect(await taken()).toBe(before + 4)
  expect(new Set(await Promise.all(keys.map(at.stateOf)))).toEqual(new Set(['suspended']))
  const [newest] = await world.db.selectFrom('effectNight').selectAll().orderBy('night', 'desc').limit(1).execute()
  expect(newest).toMatchObject({ acted: 4, heldBack: 0 })
})
