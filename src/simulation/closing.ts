import { z } from 'zod'
import type { Chance } from './chance.ts'
import type { Door } from './door.ts'
import { finance } from './ideas-office.ts'
import { procurement } from './ideas-goods.ts'
import type { Idea } from './idea.ts'
import { onSolution } from './intent.ts'
import { carryOut } from './person-acts.ts'
import { registrationAnswers } from './registration-answers.ts'
import { solutionPage } from './seen.ts'

const registered = z.object({ key: z.string() })

/** What the last day shows besides the demo's own: a review that waits for its maker, and one that was given up. */
export const closingDay = async (door: Door, chance: Chance): Promise<void> => {
  const submitted = async (person: string, name: string, { purpose, facts, platform, benefit }: Idea): Promise<string> => {
    const answer = await door.act(person, 'register-solution', {
      name: `${name}, head office`,
      purpose: purpose.replaceAll('{place}', 'the head office'),
      facts,
      platform,
      benefit,
      answers: registrationAnswers(person, name, chance),
    })
    if (!answer.ok) throw new Error(`${person} could not register on the last day: ${answer.title}`)
    const { key } = registered.parse(answer.output)
    await carryOut(door, person, [onSolution('submit-solution', key)])
    return key
  }
  const called = (list: readonly Idea[], name: string): Idea => {
    const found = list.find(each => each.name === name)
    if (!found) throw new Error(`Nobody had the idea ${name}.`)
    return found
  }
  const asked = await submitted('jonas-weber', 'Audit request list', called(finance, 'Audit request list'))
  const { review } = await door.look('hanna-lindqvist', solutionPage.extend({ review: z.object({ key: z.string() }) }), 'show-solution', {
    key: asked,
  })
  await carryOut(door, 'hanna-lindqvist', [
    {
      does: 'ask-about-review',
      with: { review: review.key, text: 'Who still sees the list once the audit is over?', facts: [] },
      reads: { review: review.key },
    },
  ])
  const givenUp = await submitted('sofia-marques', 'Meeting preparation sheet', {
    ...called(procurement, 'Meeting preparation sheet'),
    facts: { ...called(procurement, 'Meeting preparation sheet').facts, audience: 'my-team' },
  })
  await carryOut(door, 'sofia-marques', [onSolution('withdraw-submission', givenUp)])
}
