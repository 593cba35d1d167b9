import { Refusal } from '#src/kernel/refusal.ts'
import type { Shown, Solutions } from './solutions-world.ts'
import { controlled, forTeam, harmless } from './solutions-world.ts'

/** A walk through the life of some solutions, with what was seen on the way. */
export interface Walk {
  world: Solutions
  random: () => number
  pick: <T>(list: readonly T[]) => T
  /** Keys of the solutions so far. */
  solutions: string[]
  /** By review: the business minutes that its own clock showed when it was last looked at while paused. */
  before: Map<string, number>
}

const people = [
  'priya-raman',
  'jonas-weber',
  'sofia-marques',
  'hanna-lindqvist',
  'luca-ferri',
  'daniel-okoye',
  'ines-cardoso',
  'mei-lin-chou',
  'oliver-stein',
  'tomas-novak',
  'nadia-haddad',
  'amelia-hart',
  'yusuf-demir',
  'grace-mbeki',
]
const makers = people.slice(0, 5)

const ideas = [
  harmless,
  { ...harmless, dataClasses: ['internal'] },
  forTeam,
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

type Step = (walk: Walk) => Promise<'yes' | 'no'>

/** A refusal is an answer; anything else is a fault of ours. */
const tried = async (work: () => Promise<unknown>): Promise<'yes' | 'no'> => {
  try {
    await work()
    return 'yes'
  } catch (error) {
    if (error instanceof Refusal) return 'no'
    throw error
  }
}

const anySolution = ({ solutions, pick }: Walk): string | undefined => (solutions.length === 0 ? undefined : pick(solutions))

/** Mostly somebody who speaks for it, otherwise anybody. */
const somebodyFor = async (walk: Walk, key: string): Promise<string> => {
  const { owner } = await walk.world.show(key)
  return walk.random() < 0.8 ? owner.id : walk.pick(people)
}

/** Does something to a solution as somebody. */
const onSolution =
  (name: string, input: (walk: Walk, shown: Shown) => Record<string, unknown> | null = () => ({})): Step =>
  async walk => {
    const key = anySolution(walk)
    if (key === undefined) return 'no'
    const given = input(walk, await walk.world.show(key))
    if (given === null) return 'no'
    const person = name === 'rule-on-fact' ? reviewerOrAnybody(walk) : await somebodyFor(walk, key)
    return tried(() => walk.world.on(key, name, person, given))
  }

const openReviews = async ({ world, pick }: Walk) => {
  const rows = await world.db.selectFrom('review').select(['number', 'state']).where('endedAt', 'is', null).execute()
  return rows.length === 0 ? null : pick(rows)
}
const reviewKeyOf = ({ number }: { number: number }) => `REV-${String(number).padStart(4, '0')}`
const roles = ['coe', 'it-security', 'legal', 'change-management']
const holders: Readonly<Record<string, readonly string[]>> = {
  coe: ['hanna-lindqvist', 'luca-ferri'],
  'it-security': ['daniel-okoye', 'ines-cardoso'],
  legal: ['mei-lin-chou', 'oliver-stein'],
  'change-management': ['tomas-novak', 'nadia-haddad'],
}

/** Signs whatever is open, mostly as somebody who may. */
const sign =
  (decision: 'approve' | 'return' | 'reject'): Step =>
  async walk => {
    const review = await openReviews(walk)
    // Most of the time people say yes, and wait where a question is open.
    if (!review || (review.state === 'with-maker' && walk.random() < 0.8)) return 'no'
    if (decision !== 'approve' && walk.random() < 0.6) return 'no'
    const key = reviewKeyOf(review)
    const { signOffs } = await walk.world.review(key, 'hanna-lindqvist')
    const open = signOffs.filter(({ state }) => state === 'open').map(({ role }) => role)
    const role = walk.random() < 0.9 && open.length > 0 ? walk.pick(open) : walk.pick(roles)
    const by = walk.random() < 0.9 ? walk.pick(holders[role] ?? people) : walk.pick(people)
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

const reviewerOrAnybody = ({ random, pick }: Walk): string => (random() < 0.7 ? pick(people.slice(3, 11)) : pick(people))

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

/** What people do, as often as they do it. */
export const steps: readonly { name: string; step: Step }[] = [
  {
    name: 'register',
    step: async walk => {
      if (walk.solutions.length >= 5 && walk.random() < 0.8) return 'no'
      return tried(async () => {
        const { key } = await walk.world.register(walk.pick(ideas), walk.pick(makers))
        walk.solutions.push(key)
        if (walk.solutions.length > 5) walk.solutions.shift()
      })
    },
  },
  {
    name: 'edit',
    step: onSolution('edit-solution', walk =>
      walk.random() < 0.5 ? null : { name: 'Claims sorting', purpose: 'Sorts.', facts: walk.pick(ideas) },
    ),
  },
  {
    name: 'reword',
    step: onSolution('edit-solution', (_, { facts }) => ({ name: 'Another name', purpose: 'In other words.', facts })),
  },
  ...Array.from({ length: 4 }, () => ({ name: 'submit', step: onSolution('submit-solution') })),
  { name: 'withdraw', step: onSolution('withdraw-submission') },
  ...Array.from({ length: 4 }, () => ({ name: 'go live', step: onSolution('go-live') })),
  ...Array.from({ length: 7 }, () => ({ name: 'approve', step: sign('approve') })),
  { name: 'return', step: sign('return') },
  { name: 'reject', step: sign('reject') },
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
