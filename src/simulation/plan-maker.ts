import type { Chance } from './chance.ts'
import { understood } from './company.ts'
import type { Maker } from './company.ts'
import type { Idea } from './idea.ts'
import type { Intent, Today } from './intent.ts'
import { edit, onSolution, sameFacts } from './intent.ts'
import { registrationAnswers } from './registration-answers.ts'
import type { Colleague, Finding, MySolution, Offer, ReviewPage, SolutionPage, Waiver } from './seen.ts'

/** What lies on a maker's desk in the morning. */
export interface MakerDesk {
  /** The maker's own id. */
  me: string
  /** The names of all that they have registered or answer for. */
  registered: ReadonlySet<string>
  /** What is open, or gone through today. */
  solutions: readonly {
    summary: MySolution
    page: SolutionPage
    review: ReviewPage | null
    waivers: readonly Waiver[]
    confirmable: boolean
  }[]
  offers: readonly Offer[]
  /** Looked at once a week. */
  findings: readonly Finding[]
  /** What to use instead of a tool that was withdrawn. */
  replacements: ReadonlyMap<string, string>
  colleagues: readonly Colleague[]
}

/** What a maker does today, from what they see. */
export const makerPlan = (maker: Maker, desk: MakerDesk, today: Today): Intent[] => {
  const { chance, day } = today
  const getsRoundTo = (what: string) => chance.happens(maker.pace, maker.name, day, what)
  return [
    ...maker.ideas
      .filter(({ day: at, idea }) => at <= day && !desk.registered.has(idea.name))
      .slice(0, 1)
      .map(({ idea }) => register(maker, idea, chance)),
    ...desk.offers.filter(({ id }) => getsRoundTo(id)).map(offer => answerOffer(maker, offer, chance)),
    ...desk.solutions.filter(({ summary }) => getsRoundTo(summary.key)).flatMap(each => aboutSolution(maker, desk, each, today)),
    ...desk.findings.flatMap(finding => aboutFinding(maker, desk, finding, today)),
  ]
}

const register = ({ name, care }: Maker, idea: Idea, chance: Chance): Intent => {
  const measured = !chance.happens(0.15, name, idea.name, 'baseline')
  const scale = 0.7 + 0.6 * chance.of(name, idea.name, 'benefit')
  const { perMonth, baseline, ...benefit } = idea.benefit
  const rounded = (value: number) => Math.max(1, Math.round(value * scale))
  return {
    does: 'register-solution',
    with: {
      name: idea.name,
      purpose: idea.purpose,
      platform: idea.platform,
      environment: idea.facts['audience'] === 'only-me' ? 'personal' : 'shared',
      answers: registrationAnswers(name, idea.name, chance),
      facts: declared(idea.facts, care, name, idea.name, chance),
      ...(measured ? { benefit: { ...benefit, perMonth: rounded(perMonth), baseline: rounded(baseline) } } : {}),
    },
  }
}

/** How somebody answers about an idea: honest people as it is, others not always. */
const declared = (facts: Idea['facts'], care: Maker['care'], who: string, what: string, chance: Chance): Record<string, unknown> => {
  const roll = chance.of(who, what, 'declares')
  if (roll > 0.94) return { ...facts, movesMoney: 'not-sure' }
  if (roll > 0.9 && !facts['externalContent']) return { ...facts, tools: ['public-chat'] }
  if (care === 'careless' && roll < 0.5) return { ...facts, dataClasses: ['internal'] }
  if (care === 'optimistic' && roll < 0.4) return { ...facts, audience: 'only-me' }
  return { ...facts }
}

const answerOffer = ({ name }: Maker, { id, version }: Offer, chance: Chance): Intent =>
  chance.happens(0.82, name, id, 'accepts')
    ? { does: 'accept-handover', with: { offer: id, version } }
    : { does: 'decline-handover', with: { offer: id, version, note: 'I have too much on my table this quarter.' } }

type Mine = MakerDesk['solutions'][number]

const aboutSolution = (maker: Maker, desk: MakerDesk, mine: Mine, today: Today): Intent[] => {
  const { summary, page, review } = mine
  const { key } = summary
  const { chance, day } = today
  if (review?.state === 'with-maker' && review.you.mayAnswer)
    return review.questions
      .filter(({ answer }) => answer === null)
      .map(({ id }) => ({
        does: 'answer-review-question',
        with: {
          review: review.key,
          question: id,
          answer: 'It reads only what its description says, and I look at each result before anybody relies on it.',
        },
        reads: { review: review.key },
      }))
  if (review && chance.happens(0.004, key, day, 'withdraws')) return [onSolution('withdraw-submission', key)]
  switch (summary.next) {
    case 'submit':
    case 'edit':
      return toSubmit(maker, desk, page, chance)
    case 'meet-conditions':
      return meetConditions(page)
    case 'go-live':
      // Whoever set a condition has to accept first that it is met; impatient people try before.
      if (maker.pace < IMPATIENT && page.conditions.some(({ needed, state }) => needed === 'before' && state === 'met')) return []
      return page.benefit === null ? [edit(page, { benefit: guessed }), onSolution('go-live', key)] : [onSolution('go-live', key)]
    case 'appeal':
      return afterNo(maker, page, chance, day)
    case 'recertify':
      return confirm(maker, mine, today)
    case 'undo-retirement':
      return chance.happens(0.12, key, 'regrets') ? [onSolution('undo-retirement', key)] : []
    default:
      return whileItRuns(desk, mine, today)
  }
}

const IMPATIENT = 0.85

const guessed = { kind: 'time', perMonth: 4, unit: 'hours', baseline: 9, how: 'Estimated with the team.' }

/** What was answered wrongly is put right where somebody pointed at it; then it is submitted. */
const toSubmit = ({ name }: Maker, desk: MakerDesk, page: SolutionPage, chance: Chance): Intent[] => {
  const facts = page.draft?.facts ?? page.facts
  const meant = understood(page.purpose) ?? facts
  const right = { ...meant, movesMoney: facts['movesMoney'], ...replacedTools(desk, meant) }
  const blocked = page.standsInTheWay.some(({ field }) => field !== 'standards')
  const unsigned = page.standsInTheWay.some(({ field }) => field === 'standards')
  if ((blocked || page.draft?.state === 'changes-requested') && !sameFacts(right, facts))
    return [edit(page, { facts: right, note: 'Put right what was pointed out.' })]
  if (blocked) return []
  const submit = onSolution('submit-solution', page.key, chance.happens(0.4, page.key, 'note') ? { note: tried } : {})
  const sandbox = page.you.may.includes('start-sandbox') && chance.happens(0.2, page.key, 'sandbox')
  return [...(unsigned ? [acceptStandards(name)] : []), ...(sandbox ? [onSolution('start-sandbox', page.key)] : []), submit]
}

const acceptStandards = (name: string): Intent => ({ does: 'accept-standards', with: { name }, reads: { standards: name } })

const tried = 'Tried with made-up data for a week; happy to show it.'

/** The tools of some facts, each as it is called now. */
const replacedTools = ({ replacements }: MakerDesk, { tools }: Readonly<Record<string, unknown>>): { tools?: string[] } =>
  Array.isArray(tools) ? { tools: [...new Set(tools.map(tool => replacements.get(String(tool)) ?? String(tool)))] } : {}

const meetConditions = ({ conditions }: SolutionPage): Intent[] =>
  conditions
    .filter(({ state }) => state === 'open')
    .map(({ id, version }) => ({ does: 'meet-condition', with: { condition: id, version, note: 'Done, and shown to the team.' } }))

const afterNo = ({ name }: Maker, { key }: SolutionPage, chance: Chance, day: number): Intent[] => {
  if (chance.happens(0.4, name, key, 'stubborn'))
    return [onSolution('appeal-decision', key, { reason: 'A person decides each time; it only prepares. Please look at it once more.' })]
  return chance.happens(0.08, name, key, day, 'gives up')
    ? [onSolution('retire-solution', key, { because: 'It will not be built after all.' })]
    : []
}

/** Most confirm in time; forgetful people let the entry run out, and some of them ask for leave first. */
const confirm = (maker: Maker, { summary, page, waivers, confirmable }: Mine, { chance, day, date }: Today): Intent[] => {
  const { key, expired, expiresInDays } = summary
  const running = waivers.filter(({ standing }) => standing === 'running' || standing === 'requested')
  if (!confirmable || (maker.forgetful && !expired)) return []
  if (!maker.forgetful && !expired && (expiresInDays ?? 99) > 6 + 40 * chance.of(key, 'confirms')) return []
  if (maker.forgetful && waivers.length === 0 && chance.happens(0.35, key, 'asks for leave'))
    return [
      {
        does: 'request-waiver',
        with: {
          solution: key,
          what: 'entry-expired',
          reason: 'We move to another line; I confirm it once that is done.',
          endsOn: date.add({ days: 30 }).toString(),
        },
      },
    ]
  if (maker.forgetful && !chance.happens(0.35, key, day, 'remembers')) return []
  return [
    onSolution('recertify-solution', page.key, { unchanged: true }),
    ...running.map(({ id, version }) => ({ does: 'end-waiver', with: { id, version } })),
  ]
}

const whileItRuns = (desk: MakerDesk, { summary, page }: Mine, { chance, day, date }: Today): Intent[] => {
  const { key } = page
  const soon = page.conditions.filter(({ state, dueOn }) => state === 'open' && dueOn !== null && dueOn <= date.add({ days: 9 }).toString())
  if (soon.length > 0 && chance.happens(0.8, key, 'keeps dates')) return meetConditions({ ...page, conditions: soon })
  if (summary.state !== 'active' || summary.owner.id !== desk.me) return []
  if (summary.tier >= 2 && page.backupOwner === null && page.offers.length === 0 && chance.happens(0.08, key, day, 'backup'))
    return askForBackup(desk, page, chance, day)
  const roll = chance.of(key, day, 'wants')
  if (roll < 0.035) return [edit(page, wish(page, chance, day))]
  if (roll < 0.041) return [onSolution('retire-solution', key, { because: 'The new version of our standard program does it.' })]
  if (roll < 0.048 && page.offers.length === 0) return handOver(desk, page, chance, day)
  return []
}

const others = (desk: MakerDesk, page: SolutionPage): Colleague[] => {
  const mine = desk.colleagues.find(({ id }) => id === desk.me)?.unit?.name.split(' ')[0]
  const free = desk.colleagues.filter(({ id }) => id !== desk.me && id !== page.backupOwner?.id)
  const near = free.filter(({ unit }) => unit?.name.split(' ')[0] === mine)
  return near.length > 0 ? near : free
}

const askForBackup = (desk: MakerDesk, page: SolutionPage, chance: Chance, day: number): Intent[] => [
  {
    does: 'offer-handover',
    with: {
      key: page.key,
      role: 'backup-owner',
      to: chance.pick(others(desk, page), page.key, day, 'whom').id,
      note: 'For the weeks when I am away.',
    },
  },
]

const handOver = (desk: MakerDesk, page: SolutionPage, chance: Chance, day: number): Intent[] => [
  {
    does: 'offer-handover',
    with: {
      key: page.key,
      role: 'owner',
      to: chance.pick(others(desk, page), page.key, day, 'whom').id,
      note: 'You use it more than I do by now.',
    },
  },
]

/** What somebody wants of something that runs: other words, a little more, or a lot more. */
const wish = (
  { facts, purpose, key }: SolutionPage,
  chance: Chance,
  day: number,
): { facts?: Record<string, unknown>; purpose?: string; note: string } => {
  const roll = chance.of(key, day, 'how much')
  const systems = Array.isArray(facts['integrations']) ? facts['integrations'].map(String).filter(each => each !== 'none') : []
  if (roll < 0.4) return { facts, note: 'Told more exactly who looks at the results.' }
  if (roll < 0.8)
    return {
      facts: { ...facts, integrations: [...new Set([...systems, 'collaboration'])] },
      note: 'It also posts its result into the team chat.',
    }
  const more = facts['audience'] === 'only-me' ? { audience: 'my-team' } : { integrations: [...new Set([...systems, 'work-management'])] }
  return { facts: { ...facts, ...more }, purpose, note: 'The team wants it as well.' }
}

const aboutFinding = (maker: Maker, desk: MakerDesk, finding: Finding, { chance, day, date }: Today): Intent[] => {
  const mine = desk.solutions.find(({ summary }) => summary.key === finding.subject.key)
  if (!mine || mine.summary.owner.id !== desk.me) return []
  const { page } = mine
  if (finding.rule === 'standards-not-accepted') return [acceptStandards(maker.name)]
  if (
    finding.rule === 'audit-due' &&
    finding.state === 'open' &&
    chance.happens(0.25, finding.id, 'asks for leave') &&
    chance.happens(0.1, finding.id, day, 'asks today')
  )
    return [
      {
        does: 'request-waiver',
        with: {
          solution: page.key,
          what: 'audit-date',
          reason: 'The line is rebuilt this month; an audit would look at something that is about to change.',
          endsOn: date.add({ days: 40 }).toString(),
        },
      },
    ]
  if (finding.rule === 'tool-withdrawn' && page.draft === null && chance.happens(0.6, page.key, day, 'replaces')) {
    const { tools } = replacedTools(desk, page.facts)
    return tools === undefined || sameFacts({ tools }, { tools: page.facts['tools'] })
      ? []
      : [edit(page, { facts: { ...page.facts, tools }, note: 'With the tool that takes the place of the old one.' })]
  }
  return []
}
