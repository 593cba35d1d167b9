import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Installation } from '#src/installation.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Solutions } from '../db/solutions-world.ts'
import { forTeam } from '../db/solutions-world.ts'

/**
 * On one replica its maker changes what a solution does, on the other a reviewer says yes to what it did, at the same instant;
 * then it goes live if it can. After every race, whatever runs was approved to the letter.
 */
export const raceEditsWithApprovals = async (world: Solutions, second: Installation, races: number) => {
  const { key } = await world.register(forTeam)
  const { documents } = await world.program.charters.inForce(world.db)
  const asked = documents['scope.yaml'].kinds.flatMap(({ registrationQuestions }) => registrationQuestions)
  const answers = Object.fromEntries(asked.map(({ en }) => [en, 'As agreed.']))
  const kinds = ['automation-flow', 'app', 'data-analysis', 'document-processing']
  const outcomes = { edited: 0, approved: 0, both: 0 }
  const [maker, reviewer] = [await world.as('priya-raman'), await world.as('hanna-lindqvist')]
  for (let race = 0; race < races; race += 1) {
    let shown = await world.show(key)
    if (!shown.review) {
      if (shown.draft === null || shown.draft.state === 'approved')
        await world.edit(
          key,
          { ...forTeam, kind: kinds[race % 4], integrations: [race % 8 < 4 ? 'office-suite' : 'collaboration'] },
          'priya-raman',
          { answers },
        )
      await world.submit(key)
      shown = await world.show(key)
    }
    const review = await world.review(shown.review?.key ?? '', 'hanna-lindqvist')
    const checked = Object.fromEntries(review.checklists.flatMap(({ items }) => items.map(({ id }) => [id, 'yes'])))
    const edit = () =>
      world.run(
        world.program.named('edit-solution'),
        {
          key,
          version: shown.version,
          name: 'Raced',
          purpose: 'Raced.',
          answers,
          facts: { ...forTeam, kind: kinds[(race + 1) % 4], autonomy: race % 2 === 0 ? 'assists' : 'acts-alone' },
        },
        maker,
      )
    const approve = () =>
      second.run(
        second.program.named('sign-off-review'),
        { review: review.key, role: 'coe', version: review.version, digest: review.digest, decision: 'approve', answers: checked },
        reviewer,
      )
    const [edited, approved] = (await started(edit, approve, race % 2 === 0)).map(result => {
      if (result.status === 'rejected' && !(result.reason instanceof Refusal)) throw result.reason
      return result.status === 'fulfilled'
    })
    outcomes.edited += edited ? 1 : 0
    outcomes.approved += approved ? 1 : 0
    outcomes.both += edited && approved ? 1 : 0
    await world.on(key, 'go-live', 'priya-raman').catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    })
    const { rows } = await sql<{ fault: string }>`
      select 'runs unapproved' as fault from solution join declaration on declaration.id = solution.running_id
      left join review on review.id = declaration.review_id
      where solution.state = 'active' and (declaration.state <> 'approved' or review.outcome <> 'approved' or review.digest <> declaration.material_digest
        or solution.facts <> declaration.facts)`.execute(world.db)
    expect(rows, `race ${race}`).toEqual([])
  }
  return outcomes
}

/** Both at once, now the one a little ahead and now the other: a fast machine would else let the same one win each time. */
const started = async (edit: () => Promise<unknown>, approve: () => Promise<unknown>, editFirst: boolean) => {
  if (editFirst) return Promise.allSettled([edit(), approve()])
  const approving = approve()
  return Promise.allSettled([edit(), approving])
}
