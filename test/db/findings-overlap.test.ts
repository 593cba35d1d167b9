import { afterAll, beforeAll, expect, test } from 'vitest'
import { putDownRounds, workOff } from '#src/capabilities/jobs/work.ts'
import type { WorkParts } from '#src/capabilities/jobs/work.ts'
import { nights } from './effects-world.ts'
import type { Solutions } from './solutions-world.ts'
import { forTeam, openSolutions } from './solutions-world.ts'

/* A long full sweep and the minute's look share processes and rows; neither waits for the other's end, and both find the same. */
let world: Solutions
let at: ReturnType<typeof nights>
beforeAll(async () => {
  world = await openSolutions('2027-03-01T00:30:00Z')
  at = nights(world)
  for (const maker of ['priya-raman', 'jonas-weber']) await world.acceptStandards(maker)
})
afterAll(() => world.remove())

const steps: string[] = []
const parts: () => WorkParts = () => ({
  db: world.db,
  clock: world.clock,
  run: world.run,
  kinds: world.program.jobs.map(kind => ({
    ...kind,
    step: async (...given) => {
      steps.push(kind.name)
      return kind.step(...given)
    },
  })),
  calendar: world.program.calendar,
  onTrouble: (_, error) => {
    throw error
  },
})
/** Works until so many steps of the full sweep are done. */
const until = (count: number) => workOff(parts(), 'one', () => steps.filter(name => name === 'sweep-everything').length >= count)
/** The step of the full sweep that is at work goes first, then what the minute asks for, then one more. */
const minuteLater = async () => {
  world.move({ minutes: 1, seconds: 1 })
  await putDownRounds(parts())
  steps.length = 0
  await until(2)
}
const endOf = async (kind: string) =>
  (await world.db.selectFrom('job').select(['state']).where('kind', '=', kind).orderBy('dueAt', 'desc').executeTakeFirst())?.state

test('a minute’s round in the middle of a full sweep waits for one of its steps and not for its end, and what it found stands at the end', async () => {
  const key = await world.running(forTeam, 'jonas-weber')
  await putDownRounds(parts())
  await workOff(parts(), 'one')
  const calm = await at.live()

  world.move({ hours: 1 })
  await putDownRounds(parts())
  steps.length = 0
  await until(2)
  expect(await endOf('sweep-everything')).toBe('waiting')
  // Its first page, with all solutions, has been looked at.
  await at.suspend('jonas-weber')
  await world.sequencer.settled()
  await minuteLater()
  expect(steps).toContain('sweep-changes')
  expect(await at.rulesOf(key)).toContain('owner-gone')
  expect(await endOf('sweep-everything')).toBe('waiting')
  const found = await at.live()
  expect(found.length).toBe(calm.length + 1)

  await workOff(parts(), 'one')
  expect(await endOf('sweep-everything')).toBe('done')
  expect(await at.live()).toEqual(found)
  expect(await at.counted('owner-gone')).toEqual({ opened: 1, cleared: 0 })
})

test('what is settled while a full sweep is at work is cleared by the minute’s round, once', async () => {
  world.move({ hours: 24 })
  await putDownRounds(parts())
  steps.length = 0
  await until(1)
  const { version } = await world.ask<{ version: number }>('show-person', { person: 'jonas-weber' }, 'grace-mbeki')
  await world.ask('resume-person', { person: 'jonas-weber', version }, 'grace-mbeki')
  await world.sequencer.settled()
  await minuteLater()
  expect(await at.counted('owner-gone')).toEqual({ opened: 1, cleared: 1 })
  await workOff(parts(), 'one')
  expect(await at.counted('owner-gone')).toEqual({ opened: 1, cleared: 1 })
})
