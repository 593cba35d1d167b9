import { putDownRounds, workOff } from '#src/capabilities/jobs/index.ts'
import type { Solutions } from './solutions-world.ts'

export interface StopShown {
  key: string
  version: number
  state: string
  running: number
  suspended: number
  resumed: number
  told: number
  fullAt: string | null
  secondsToFull: number | null
  gateway: string
  platforms: string
  because: string
  target: { kind: string; id: string; name: string; model: string | null }
  incident: string | null
  you: { mayLift: boolean; lifting: string | null }
  solutions: { key: string; state: string; suspended: boolean; outcome: string | null; kept: { reason: string }[] }[]
  next: string | null
}

export interface Proposal {
  id: string
  version: number
  digest: string
}

/** What people do about stops in a world of solutions. */
export const stopping = (world: Solutions) => ({
  start: (kind: string, target: string, more: Record<string, unknown> = {}, person = 'daniel-okoye') =>
    world.ask<StopShown>('start-stop', { kind, target, because: 'It leaks.', ...more }, person),
  shown: (stop: string, person = 'hanna-lindqvist') => world.ask<StopShown>('show-stop', { stop }, person),
  propose: (stop: string, person = 'daniel-okoye') => world.ask<Proposal>('propose-lift', { stop, note: 'It is mended.' }, person),
  adopt: ({ id, version, digest }: Proposal, person = 'luca-ferri') =>
    world.ask('adopt-proposal', { proposal: id, version, digest }, person),
  async lift(stop: string): Promise<StopShown> {
    await this.adopt(await this.propose(stop))
    return this.shown(stop)
  },
  /** Does what jobs have to do about stops, those by schedule too, as a process that is not killed does. */
  async work(holder = 'test'): Promise<number> {
    const parts = {
      db: world.db,
      clock: world.clock,
      run: world.run,
      kinds: world.program.jobs.filter(({ name }) => name === 'continue-stops'),
      calendar: world.program.calendar,
      onTrouble: (_: string, error: unknown) => {
        throw error
      },
    }
    await putDownRounds(parts)
    return workOff(parts, holder)
  },
})
