import { z } from 'zod'
import { demoSolutions } from '#src/capabilities/registry/index.ts'
import { demoToolRequests } from '#src/capabilities/tools/index.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Installation } from './installation.ts'

/**
 * Fills a demo with people, what they want and solutions, through the same operations that people use. Safe to repeat, to interrupt, and
 * to start from several replicas at once: what is there already is not made again, because each request has its own name.
 */
export const fillDemo = async ({ program, run }: Installation): Promise<void> => {
  const { named, signIn } = program
  const everything = { kind: 'system', job: 'fill-demo' } as const
  const { output } = await run(named('list-solutions'), { limit: 1 }, everything)
  if (counted.parse(output).total >= demoSolutions.length) return
  await run(named('add-demo-people'), {}, everything).catch(unless('already-filled'))
  const ask = async (maker: string, operation: string, input: Record<string, unknown>) => {
    const { output } = await run(signIn.startDemoSession, { person: maker }, { kind: 'none' })
    const credential = { kind: 'session', secret: output.secret } as const
    await run(named(operation), input, credential).catch(unless('request-running'))
    await run(signIn.endSession, {}, credential)
  }
  // Solutions come last: their number says whether everything is there.
  for (const { maker, ...request } of demoToolRequests) await ask(maker, 'request-tool', request)
  for (const { maker, ...solution } of demoSolutions) await ask(maker, 'register-solution', solution)
}

const counted = z.object({ total: z.int() })

/** Lets the one refusal pass that says that somebody else has done it, or is at it. */
const unless =
  (code: string) =>
  (error: unknown): void => {
    if (!(error instanceof Refusal && error.code === code)) throw error
  }
