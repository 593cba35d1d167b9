import { z } from 'zod'
import { demoClockRow, demoPeople } from '#src/capabilities/people/index.ts'
import { demoSolutions } from '#src/capabilities/registry/index.ts'
import { demoToolRequests } from '#src/capabilities/tools/index.ts'
import type { Credential } from '#src/kernel/operation.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { tellIncident } from './demo-incident.ts'
import { live } from './demo-life.ts'
import type { Installation } from './installation.ts'

const everything = { kind: 'system', job: 'fill-demo' } as const

/**
 * Fills a demo that was not loaded with people, what they want and solutions, through the same operations that people use. Safe to repeat, to interrupt, and
 * to start from several replicas at once: what is there already is not made again, because each request has its own name.
 */
export const fillDemo = async (installation: Installation): Promise<void> => {
  const { program, run, store, sequencer } = installation
  // What was loaded waits for its places and seals; from then on it is all proven.
  if (await demoClockRow(store.db)) return sequencer.settled()
  const { output } = await run(program.named('list-solutions'), { limit: 1 }, everything)
  if (counted.parse(output).total >= demoSolutions.length) return
  await run(program.named('add-demo-people'), {}, everything).catch(unless('already-filled'))
  await liveDemo(installation)
}

/** What the people of the demo have thought up, and what happened to it since. */
export const liveDemo = async (installation: Installation): Promise<void> => {
  const { program, run } = installation
  const { named, signIn } = program
  const as = async (person: string, ask: (credential: Credential) => Promise<unknown>) => {
    const { output } = await run(signIn.startDemoSession, { person }, { kind: 'none' })
    const credential = { kind: 'session', secret: output.secret } as const
    await ask(credential)
    await run(signIn.endSession, {}, credential)
  }
  for (const { maker, ...request } of demoToolRequests) await as(maker, credential => run(named('request-tool'), request, credential))
  const keys = new Map<string, string>()
  // Solutions come last: their number says whether everything is there.
  for (const { maker, life, ...solution } of demoSolutions) {
    const [stopped, beside] = [keys.get('demo-solution-2'), keys.get('demo-solution-5')]
    if (solution.requestId === demoSolutions.at(-1)?.requestId && stopped !== undefined && beside !== undefined)
      await tellIncident(installation, as, { stopped, named: beside }).catch(unlessDone)
    let registered = ''
    await as(maker, async credential => {
      const { output } = await run(named('register-solution'), solution, credential)
      registered = keyed.parse(output).key
    })
    keys.set(solution.requestId, registered)
    for (const step of life)
      await as(step.by, credential => live(installation, registered, step, { name: nameOf(step.by), credential }).catch(unlessDone))
  }
}

const counted = z.object({ total: z.int() })
const keyed = z.object({ key: z.string() })

const nameOf = (person: string): string => demoPeople.find(({ id }) => id === person)?.name ?? ''

/** What somebody else has done, or is at, is done; so is what was done before an interruption. */
const unlessDone = (error: unknown): void => {
  if (!(error instanceof Refusal && ['conflict', 'stale', 'forbidden'].includes(error.kind))) throw error
}

/** Lets the one refusal pass that says that somebody else has done it, or is at it. */
const unless =
  (code: string) =>
  (error: unknown): undefined => {
    if (!(error instanceof Refusal && error.code === code)) throw error
    return undefined
  }
