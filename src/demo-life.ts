import { z } from 'zod'
import type { DemoStep } from '#src/capabilities/registry/index.ts'
import type { Credential } from '#src/kernel/operation.ts'
import type { Installation } from './installation.ts'

const solution = z.object({ version: z.int(), review: z.object({ key: z.string() }).nullable() })
const review = z.object({
  version: z.int(),
  digest: z.string(),
  checklists: z.array(z.object({ role: z.string(), items: z.array(z.object({ id: z.string() })) })),
})
const standards = z.object({ digest: z.string() })

/** Has one thing happen to a solution of the demo, through the operations that people use. */
export const live = async ({ program, run }: Installation, key: string, step: DemoStep, who: { name: string; credential: Credential }) => {
  const ask = async <O extends z.ZodType>(schema: O, name: string, input: Record<string, unknown>): Promise<z.output<O>> =>
    schema.parse((await run(program.named(name), input, who.credential)).output)
  const shown = async () => {
    const { output } = await run(program.named('show-solution'), { key }, { kind: 'system', job: 'fill-demo' })
    return solution.parse(output)
  }
  if ('accepts' in step) {
    const { digest } = await ask(standards, 'show-standards', {})
    await ask(z.unknown(), 'accept-standards', { name: who.name, standards: digest })
    return
  }
  if ('does' in step) {
    const operation = program.named(step.does)
    const { version } = await shown()
    await ask(z.unknown(), step.does, {
      key,
      ...('version' in operation.input.shape ? { version } : {}),
      ...(operation.once === true ? { requestId: `demo-${key}-${step.does}` } : {}),
      ...step.with,
    })
    return
  }
  const open = (await shown()).review
  if (!open) return
  const looked = () => ask(review, 'show-review', { review: open.key })
  if ('begins' in step) {
    await ask(z.unknown(), 'start-review', { review: open.key, role: step.begins, version: (await looked()).version })
    return
  }
  const { version, digest, checklists } = await looked()
  const items = checklists.filter(({ role }) => role === step.signs).flatMap(({ items }) => items)
  await ask(z.unknown(), 'sign-off-review', {
    review: open.key,
    role: step.signs,
    version,
    digest,
    decision: step.decision,
    answers: step.decision === 'approve' ? Object.fromEntries(items.map(({ id }) => [id, 'yes'])) : {},
    conditions: step.conditions ?? [],
    reason: step.reason ?? null,
  })
}
