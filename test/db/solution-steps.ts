import type { NamedStep, Step, Walk } from './solution-walk.ts'
import { holders, makers, onSolution, people, reviewKeyOf, reviewerOrAnybody, tried } from './solution-walk.ts'
import { controlled, forTeam, harmless } from './solutions-world.ts'

/** What people come with. */
export const ideas = [
  harmless,
  { ...harmless, dataClasses: ['internal'] },
  forTeam,
  controlled,
  { ...forTeam, autonomy: 'acts-alone' },
  { ...forTeam, kind: 'data-analysis' },
  { ...forTeam, kind: 'app', tools: ['app-builder'] },
  { ...forTeam, integrations: ['work-management'] },
  controlled,
  { ...controlled, kind: 'document-processing' },
  { ...controlled, integrations: ['crm'] },
  { ...forTeam, movesMoney: true },
  { ...forTeam, decidesAboutIndividuals: ['employees'] },
  { ...forTeam, tools: ['public-chat'] },
  { ...forTeam, movesMoney: 'not-sure' },
  { ...controlled, externalContent: true, humanReview: { present: true, by: 'a colleague', where: 'before sending' } },
]

/** Mostly one that is answered with a yes or no. */
const openReviews = async ({ world, random, pick }: Walk, purpose?: 'appeal') => {
  const open = await world.db.selectFrom('review').select(['number', 'state', 'purpose']).where('endedAt', 'is', null).execute()
  const rest = random() < 0.95 ? open.filter(each => each.purpose !== 'second-look') : open
  const rows = rest.filter(each => (each.purpose === 'appeal') === (purpose === 'appeal'))
  return rows.length === 0 ? null : pick(rows)
}
const roles = ['coe', 'it-security', 'legal', 'change-management']

/** Mostly one of those who may sign it. */
const fitFor = async ({ world, random, pick }: Walk, review: string, role: string): Promise<string> => {
  const all = holders[role] ?? people
  const fit: string[] = []
  for (const person of all) if ((await world.review(review, person)).you.maySign.includes(role)) fit.push(person)
  return pick(fit.length > 0 && random() < 0.9 ? fit : all)
}

/** Signs whatever is open, mostly as somebody who may. */
export const sign =
  (decision: 'approve' | 'return' | 'reject', purpose?: 'appeal'): Step =>
  async walk => {
    const review = await openReviews(walk, purpose)
    // Most of the time people say yes, and wait where a question is open.
    if (!review || (review.state === 'with-maker' && walk.random() < 0.8)) return 'no'
    if (decision !== 'approve' && walk.random() < 0.5) return 'no'
    const key = reviewKeyOf(review)
    const { signOffs } = await walk.world.review(key, 'hanna-lindqvist')
    const open = signOffs.filter(({ state }) => state === 'open').map(({ role }) => role)
    const role = walk.random() < 0.9 && open.length > 0 ? walk.pick(open) : walk.pick(roles)
    const by = walk.random() < 0.9 ? await fitFor(walk, key, role) : walk.pick(people)
    const conditions =
      decision === 'approve' && walk.random() < 0.3
        ? [{ text: 'Add a log.', needed: walk.pick(['before', 'after'] as const), dueOn: walk.random() < 0.5 ? '2026-12-20' : null }]
        : []
    return tried(() => walk.world.sign(key, role, decision, { conditions }, by))
  }

const onReview =
  (name: string, input: (walk: Walk) => Record<string, unknown>): Step =>
  async walk => {
    const review = await openReviews(walk)
    if (!review) return 'no'
    const key = reviewKeyOf(review)
    const { version } = await walk.world.review(key, 'hanna-lindqvist')
    return tried(() => walk.world.ask(name, { review: key, version, ...input(walk) }, reviewerOrAnybody(walk)))
  }

const answer: Step = async walk => {
  const rows = await walk.world.db
    .selectFrom('reviewQuestion')
    .innerJoin('review', 'review.id', 'reviewQuestion.reviewId')
    .innerJoin('solution', 'solution.id', 'review.subject')
    .select(['reviewQuestion.id as question', 'review.number', 'solution.ownerId'])
    .where('reviewQuestion.answer', 'is', null)
    .where('review.endedAt', 'is', null)
    .execute()
  if (rows.length === 0) return 'no'
  const { question, number, ownerId } = walk.pick(rows)
  const key = reviewKeyOf({ number })
  const { version } = await walk.world.review(key, 'hanna-lindqvist')
  return tried(() =>
    walk.world.ask(
      'answer-review-question',
      { review: key, question, version, answer: 'Once a day.' },
      walk.random() < 0.7 ? ownerId : walk.pick(people),
    ),
  )
}

const onCondition =
  (name: string, state: 'open' | 'met', input: Record<string, unknown>): Step =>
  async walk => {
    const rows = await walk.world.db.selectFrom('condition').select(['id', 'version']).where('state', '=', state).execute()
    if (rows.length === 0) return 'no'
    const { id, version } = walk.pick(rows)
    return tried(() => walk.world.ask(name, { condition: id, version, ...input }, walk.pick(name === 'meet-condition' ? makers : people)))
  }

/** What people do until something runs, as often as they do it. */
export const reviewSteps: readonly NamedStep[] = [
  ...Array.from({ length: 2 }, (): NamedStep => ({
    name: 'register',
    step: async walk => {
      if (walk.solutions.length >= 6 && walk.random() < 0.4) return 'no'
      return tried(async () => {
        const { key } = await walk.world.register(walk.pick(ideas), walk.pick(makers))
        walk.solutions.push(key)
        if (walk.solutions.length > 6) walk.solutions.shift()
      })
    },
  })),
  {
    name: 'edit',
    step: onSolution('edit-solution', walk =>
      walk.random() < 0.5 ? null : { name: 'Claims sorting', purpose: 'Sorts.', facts: walk.pick(ideas) },
    ),
  },
  {
    name: 'edit what is looked at',
    step: onSolution('edit-solution', ({ pick }) => ({ name: 'Claims sorting', purpose: 'Sorts.', facts: pick(ideas) }), [
      'submitted',
      'in-review',
    ]),
  },
  {
    name: 'reword',
    step: onSolution('edit-solution', (_, { facts }) => ({ name: 'Another name', purpose: 'In other words.', facts })),
  },
  ...Array.from({ length: 4 }, () => ({ name: 'submit', step: onSolution('submit-solution', undefined, ['draft', 'changes-requested']) })),
  { name: 'withdraw', step: onSolution('withdraw-submission') },
  ...Array.from({ length: 4 }, () => ({ name: 'go live', step: onSolution('go-live', undefined, ['approved']) })),
  ...Array.from({ length: 7 }, () => ({ name: 'approve', step: sign('approve') })),
  { name: 'return', step: sign('return') },
  ...Array.from({ length: 2 }, () => ({ name: 'reject', step: sign('reject') })),
  {
    name: 'start',
    step: onReview('start-review', walk => ({ role: walk.pick(roles) })),
  },
  { name: 'ask', step: onReview('ask-about-review', () => ({ text: 'How often does it run?', facts: [] })) },
  ...Array.from({ length: 3 }, () => ({ name: 'answer', step: answer })),
  { name: 'escalate', step: onReview('escalate-review', walk => ({ to: walk.pick(roles), reason: 'More eyes.' })) },
  { name: 'assign', step: onReview('assign-review', walk => ({ role: walk.pick(roles), person: walk.pick(people) })) },
  { name: 'meet a condition', step: onCondition('meet-condition', 'open', { note: 'Done.' }) },
  { name: 'accept a condition', step: onCondition('accept-condition', 'met', { accepted: true }) },
  { name: 'send a condition back', step: onCondition('accept-condition', 'met', { accepted: false }) },
  {
    name: 'rule on a fact',
    step: onSolution('rule-on-fact', walk => {
      const [fact, value] = walk.pick([
        ['movesMoney', false],
        ['movesMoney', true],
        ['dataClasses', ['internal']],
        ['dataClasses', ['customer-pii']],
        ['decidesAboutIndividuals', ['none']],
      ] as const)
      return { fact, value, reason: 'Looked at it.' }
    }),
  },
  {
    name: 'accept the standards',
    step: walk => tried(() => walk.world.acceptStandards(walk.pick(makers))),
  },
  {
    name: 'wait',
    step: async walk => {
      walk.world.move({ hours: walk.pick([1, 5, 20]) })
      return 'yes'
    },
  },
]
