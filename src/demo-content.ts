import { z } from 'zod'
import type { Credential } from '#src/kernel/operation.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Installation } from './installation.ts'

const program = { kind: 'system', job: 'fill-demo' } as const
const reviewer = 'hanna-lindqvist'

const found = z.object({ solutions: z.array(z.object({ key: z.string(), owner: z.object({ id: z.string() }) })) })
const step = z.object({ version: z.int() })
const submitted = z.object({ id: z.string() })

const letters = [
  `Dear Ms Keller,

thank you for writing to us about the dented tins. We are sorry. Twelve new ones leave our warehouse in Hamburg tomorrow, and you may
keep the others.

Kind regards
Aldermoor Foods, customer service`,
  `Dear Mr Okafor,

your order of 14 cases reached us this morning. We will surely deliver on Thursday, at any price that you name.

Kind regards
Aldermoor Foods, customer service`,
  `Dear Ms Lindgren,

the oat drink that you asked about has no nuts in it. It is made on a line of its own, and each batch is tested before it leaves us.

Kind regards
Aldermoor Foods, customer service`,
]
const promising = { letter: 1, reason: 'It promises a day and a price that we have not agreed to.' }

/**
 * What a flow of the demo has written, for a person to look at before it leaves the company. It is no part of the year that is loaded,
 * because it is sealed under the installation's own key. Told once: whoever names the reviewers tells the rest.
 */
export const tellContent = async ({ program: { named, signIn }, run }: Installation): Promise<void> => {
  const asked = { state: 'active', q: 'answer drafts', limit: 1 }
  const [about] = found.parse((await run(named('list-solutions'), asked, program)).output).solutions
  if (!about) return
  const { key, owner } = about
  const { version } = step.parse((await run(named('show-content-step'), { key }, program)).output)
  if (version > 0) return

  const as = async (person: string, ask: (credential: Credential) => Promise<void>): Promise<void> => {
    const { output } = await run(signIn.startDemoSession, { person }, { kind: 'none' })
    const credential = { kind: 'session', secret: output.secret } as const
    await ask(credential)
    await run(signIn.endSession, {}, credential)
  }
  const ids: string[] = []
  await as(owner.id, async credential => {
    const reviewers = [...new Set([owner.id, reviewer])]
    await run(named('name-content-reviewers'), { key, version, reviewers, deadlineMinutes: 960 }, credential)
    for (const [place, content] of letters.entries()) {
      const letter = { solution: key, content, kind: 'mail', recipient: 'customer', requestId: `demo-content-${place}` }
      ids.push(submitted.parse((await run(named('submit-content'), letter, credential)).output).id)
    }
  }).catch(unlessTold)
  const id = ids[promising.letter]
  if (id === undefined) return
  await as(reviewer, async credential => {
    await run(named('reject-content'), { id, reason: promising.reason }, credential)
  })
}

/** Another replica tells it. */
const unlessTold = (error: unknown): void => {
  if (!(error instanceof Refusal && error.kind === 'stale')) throw error
}
