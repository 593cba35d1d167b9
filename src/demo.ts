import { hasPeople } from '#src/capabilities/people/index.ts'
import { demoSolutions } from '#src/capabilities/registry/index.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Installation } from './installation.ts'

/**
 * Fills an empty demo with people and solutions, through the same operations that people use. Safe to repeat, to
 * interrupt, and to start from several replicas at once: who comes second finds it done.
 */
export const fillDemo = async ({ store, program, run }: Installation): Promise<void> => {
  if (await hasPeople(store.db)) return
  const { named, signIn } = program
  try {
    await run(named('add-demo-people'), {}, { kind: 'system', job: 'fill-demo' })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'already-filled') return
    throw error
  }
  for (const { maker, ...solution } of demoSolutions) {
    const { output } = await run(signIn.startDemoSession, { person: maker }, { kind: 'none' })
    const credential = { kind: 'session', secret: output.secret } as const
    await run(named('register-solution'), solution, credential)
    await run(signIn.endSession, {}, credential)
  }
}
