import { pino } from 'pino'
import type { Shipped } from '#src/capabilities/charter/index.ts'
import { deleteOver, putDownRounds, workOff } from '#src/capabilities/jobs/index.ts'
import { installationRow } from '#src/capabilities/people/index.ts'
import { limits, listen, loopbackReach } from '#src/doors/http/index.ts'
import { calendarOf } from '#src/engines/charter/index.ts'
import { settableClock } from '#src/kernel/clock.ts'
import { takeIdsFrom } from '#src/kernel/ids.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { keepHouseOnce } from '#src/store/index.ts'
import type { Config } from './config.ts'
import { liveDemo } from './demo.ts'
import { openInstallation } from './installation.ts'
import { programFor } from './program.ts'
import { doorOf, workIn } from './service.ts'
import { calendarFrom } from './simulation/calendar.ts'
import { chanceFrom, idsFrom } from './simulation/chance.ts'
import { closingDay } from './simulation/closing.ts'
import { dayEnds } from './simulation/day-end.ts'
import { openDoor } from './simulation/door.ts'
import type { Summary } from './simulation/history.ts'
import { summaryOf } from './simulation/history.ts'
import type { Tell } from './simulation/year.ts'
import { liveYear } from './simulation/year.ts'

export interface Simulation {
  seed: number
  days: number
  from: Temporal.PlainDate
  tell: Tell
}

/**
 * A company lives so many days on an empty store, through the operations over HTTP; the clock goes from moment to moment and the
 * program's own work is done at simulated moments. At each day's end everything that must hold is checked.
 * @throws InvariantBroken with the day, the rule and the subject.
 */
export const simulate = async (
  config: Config,
  { root, version, shipped }: { root: string; version: string; shipped: Shipped },
  { seed, days, from, tell }: Simulation,
): Promise<Summary> => {
  const calendar = calendarFrom(from)
  const clock = settableClock(calendar.momentOf(0, 0, 30))
  const log = pino({ level: 'warn', base: null }, process.stderr)
  const usualIds = takeIdsFrom(idsFrom(seed, clock))
  const closers: (() => Promise<void> | void)[] = [usualIds]
  try {
    const watch = { onAlarm: ({ message }: { message: string }) => log.error(message), onLost: () => process.exit(3) }
    const installation = await openInstallation(config, programFor(config, shipped), clock, watch)
    closers.unshift(() => installation.close())
    if (await installationRow(installation.store.db)) throw notEmpty()
    await installation.run(installation.program.named('add-demo-people'), {}, asProgram)
    const { app } = await doorOf(installation, { root, version, log, reachOf: () => loopbackReach })
    closers.unshift(() => app.close())
    const listener = await listen({
      host: '127.0.0.1',
      port: 0,
      tls: null,
      proxies: null,
      limits,
      handle: (asked, answer) => app.routing(asked, answer),
    })
    closers.unshift(() => listener.drain())
    const door = await openDoor(`http://127.0.0.1:${listener.port}`)

    const chance = chanceFrom(seed)
    const parts = workIn(installation, clock, log)
    const ends = dayEnds({
      db: installation.store.db,
      run: installation.run,
      named: operation => installation.program.named(operation),
      settled: () => installation.sequencer.settled(),
      clock,
      calendar: async () => calendarOf(await installation.program.charters.inForce(installation.store.db)),
    })
    await liveYear({
      door,
      clock,
      calendar,
      chance,
      days,
      tell,
      async work() {
        // What was written gets its place in the ledger within a second; here at once.
        await installation.sequencer.settled()
        await putDownRounds(parts)
        await workOff(parts, 'simulation')
      },
      async lastDay() {
        await liveDemo(installation)
        await closingDay(door, chance)
      },
      async endOfDay(day) {
        const last = day === days - 1
        await ends.check({ day, date: calendar.dateOf(day).toString(), last })
        if (!last && day % HOUSE !== 0) return
        await deleteOver(parts)
        await keepHouseOnce(installation.store, clock.now())
      },
    })
    const { asked, refused, acted } = door.counts()
    for (const [what, times] of refused) tell(`refused ${times} times: ${what}`, 'daily')
    return await summaryOf(installation.store.db, { acting: acted.size, invariants: ends.checked(), asked })
  } finally {
    for (const close of closers) await close()
  }
}

/** What a server does each hour is done every few days here; the data would be the same. */
const HOUSE = 4

const asProgram = { kind: 'system', job: 'simulate' } as const

const notEmpty = () =>
  refuse(
    'conflict',
    'database-not-empty',
    'There is a company in this database already.',
    'Name an empty one, or leave DATABASE_URL out.',
    'DATABASE_URL',
  )
