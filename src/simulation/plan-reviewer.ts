import { understood } from './company.ts'
import type { Intent, Today } from './intent.ts'
import { onSolution, sameFacts } from './intent.ts'
import type { Proposal, ReviewPage, SolutionPage, ToolDue, Waiver } from './seen.ts'

/** What lies on a reviewer's desk. */
export interface ReviewerDesk {
  me: string
  name: string
  /** How many a day they get round to. */
  capacity: number
  reviews: readonly ReviewOnDesk[]
  /** Reviews of which somebody told them that a condition is met. */
  toJudge: readonly ReviewPage[]
  waivers: readonly Waiver[]
  proposals: readonly Proposal[]
  /** Tools whose regular review is due, for those who keep the list. */
  toolsDue: readonly ToolDue[]
}

export type ReviewOnDesk =
  | { about: 'solution'; review: ReviewPage; solution: SolutionPage; likeIt: readonly string[] }
  | { about: 'tool'; review: ReviewPage; trains: string }
  | { about: 'second look'; review: { key: string; version: number }; purpose: string }

/** What a reviewer does today, from what they see. */
export const reviewerPlan = (desk: ReviewerDesk, today: Today): Intent[] => {
  const { chance, day } = today
  const toDo = desk.reviews.filter(each => chance.happens(0.6, desk.name, day, each.review.key)).slice(0, desk.capacity)
  return [
    ...desk.toJudge.flatMap(judged),
    ...toDo.flatMap(each => looked(desk, each, today)),
    ...desk.waivers.filter(({ id }) => chance.happens(0.5, desk.name, day, id)).map(waiver => aboutWaiver(waiver, today)),
    ...desk.toolsDue
      .filter(({ id }) => chance.happens(0.25, desk.name, day, id))
      .slice(0, 1)
      .map(({ id, version }) => ({ does: 'review-tool', with: { tool: id, version } })),
    ...desk.proposals.filter(({ id }) => chance.happens(0.4, desk.name, day, id)).flatMap(adopted),
  ]
}

const judged = ({ conditions }: ReviewPage): Intent[] =>
  conditions
    .filter(({ state, you }) => state === 'met' && you.mayJudge)
    .map(({ id, version }) => ({ does: 'accept-condition', with: { condition: id, version, accepted: true } }))

const aboutWaiver = ({ id, version }: Waiver, { chance }: Today): Intent =>
  chance.happens(0.75, id, 'grants')
    ? { does: 'grant-waiver', with: { id, version, note: 'Until the move is done, and not longer.' } }
    : { does: 'decline-waiver', with: { id, version, note: 'A confirmation takes two minutes; please give it.' } }

const adopted = ({ id, version, digest, you }: Proposal): Intent[] =>
  you.cannotAdopt.length === 0 ? [{ does: 'adopt-proposal', with: { proposal: id, version, digest } }] : []

const looked = (desk: ReviewerDesk, on: ReviewOnDesk, today: Today): Intent[] => {
  if (on.about === 'second look')
    return [
      {
        does: 'record-second-look',
        with: {
          review: on.review.key,
          version: on.review.version,
          facts: understood(on.purpose) ?? {},
          reason: 'Looked at it with its owner for half an hour.',
        },
      },
    ]
  const role =
    on.review.you.maySign.find(each => on.review.signOffs.some(({ role, assignee }) => role === each && assignee?.id === desk.me)) ??
    on.review.you.maySign[0]
  if (role === undefined || on.review.state === 'with-maker') return []
  if (on.about === 'tool')
    return on.trains === 'yes'
      ? [signed(on.review, role, { decision: 'reject', reason: 'It trains on what it is shown, and its maker promises nothing else.' })]
      : [signed(on.review, role, { decision: 'approve' })]
  return lookedAtSolution(desk, on, role, today)
}

type OnSolution = Extract<ReviewOnDesk, { about: 'solution' }>

const lookedAtSolution = (
  desk: ReviewerDesk,
  { review, solution, likeIt }: OnSolution,
  role: string,
  { chance, date }: Today,
): Intent[] => {
  const declared = solution.draft?.facts ?? solution.facts
  const settled = { ...declared, ...Object.fromEntries(solution.rulings.map(({ fact, value }) => [fact, value])) }
  const meant = understood(solution.purpose) ?? settled
  // What its maker could not say stands in no declaration.
  const unsure = Object.keys(meant).filter(fact => settled[fact] === undefined)
  const says = chance.of(desk.name, review.key, 'says')
  if (unsure.length > 0)
    return unsure.map(fact =>
      onSolution('rule-on-fact', solution.key, { fact, value: meant[fact], reason: 'Asked its maker and looked at it together.' }),
    )
  if (review.purpose === 'appeal') return appealed(review, role, solution, says, date)
  const attentive = chance.happens(0.85, desk.name, review.key, 'attentive')
  // Who sees a change looks at the change; what was declared before was looked at before.
  if (review.purpose === 'full' && attentive && solution.approved === null && !sameFacts(pick(meant), pick(settled)))
    return [
      signed(review, role, {
        decision: 'return',
        reason: 'What you describe touches more than you ticked. Please go through data and audience once more.',
      }),
    ]
  if (review.purpose === 'full' && likeIt.length > 0 && says < 0.5)
    return [signed(review, role, { decision: 'reject', reason: `There is ${likeIt[0] ?? ''} already; please use that one.` })]
  if (review.questions.length === 0 && says > 0.86)
    return [
      {
        does: 'ask-about-review',
        with: { review: review.key, text: 'How often does it run, and who notices when it fails?', facts: [] },
        reads: { review: review.key },
      },
    ]
  if (says < 0.05)
    return [
      signed(review, role, { decision: 'reject', reason: 'The risk is greater than what it brings; let us find another way together.' }),
    ]
  // Some take it on first and decide another day.
  const begun = review.signOffs.some(each => each.role === role && each.startedAt !== null)
  if (!begun && says > 0.3 && says < 0.5)
    return [{ does: 'start-review', with: { review: review.key, role }, reads: { review: review.key } }]
  return approved(review, role, date, conditionsOf(says, date))
}

/** What reviewers can read from a purpose: the data and the audience. */
const pick = (facts: Readonly<Record<string, unknown>>) => ({ data: facts['dataClasses'], audience: facts['audience'] })

const appealed = (review: ReviewPage, role: string, solution: SolutionPage, says: number, date: Temporal.PlainDate): Intent[] =>
  says < 0.6 && solution.draft?.verdict === 'review'
    ? approved(review, role, date, [])
    : [signed(review, role, { decision: 'reject', reason: 'The rule is meant for exactly this; it stays with the central team.' })]

/** Change management writes down when and how it is brought in before it says yes. */
const approved = (review: ReviewPage, role: string, date: Temporal.PlainDate, conditions: readonly unknown[]): Intent[] => [
  ...(role === 'change-management' && review.change === null ? [planned(review, date)] : []),
  signed(review, role, { decision: 'approve', conditions }),
]

const conditionsOf = (says: number, date: Temporal.PlainDate) => {
  if (says < 0.13) return [{ text: 'Say on its first line that a machine wrote it.', needed: 'before' }]
  if (says < 0.22)
    return [
      {
        text: 'Look through a sample of ten results each month and write down what was wrong.',
        needed: 'after',
        dueOn: date.add({ days: 45 }).toString(),
      },
    ]
  return []
}

const planned = ({ key }: ReviewPage, date: Temporal.PlainDate): Intent => ({
  does: 'record-change',
  with: {
    review: key,
    from: `${date.add({ days: 5 }).toString()}T06:00:00Z`,
    to: `${date.add({ days: 5 }).toString()}T08:00:00Z`,
    back: 'Switch it off; the work is done by hand as before.',
    affected: 'The team, by mail a week before.',
  },
  reads: { review: key },
})

const signed = (
  review: ReviewPage,
  role: string,
  word: { decision: 'approve' | 'return' | 'reject'; reason?: string; conditions?: readonly unknown[] },
): Intent => {
  const items = review.checklists.filter(list => list.role === role).flatMap(list => list.items)
  const answers = word.decision === 'approve' ? Object.fromEntries(items.map(({ id }) => [id, 'yes'])) : {}
  return {
    does: 'sign-off-review',
    with: { review: review.key, role, digest: review.digest, answers, ...word },
    reads: { review: review.key },
  }
}
