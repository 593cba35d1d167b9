import { z } from 'zod'
import type { Maker } from './company.ts'
import type { Door } from './door.ts'
import type { MakerDesk } from './plan-maker.ts'
import type { ReviewerDesk, ReviewOnDesk } from './plan-reviewer.ts'
import * as seen from './seen.ts'
import type { Staff } from './staff.ts'

/** Everybody in the directory, as a colleague reads it. */
export const readDirectory = async (door: Door, person: string): Promise<seen.Colleague[]> => {
  const people: seen.Colleague[] = []
  let after: string | null = null
  do {
    const page: z.output<typeof seen.directory> = await door.look(person, seen.directory, 'list-people', {
      limit: 50,
      ...(after === null ? {} : { after }),
    })
    people.push(...page.people)
    after = page.next
  } while (after !== null)
  return people
}

/** What people see to on the day on which it is asked of them, and what waits until they go through their things. */
const soon = ['submit', 'edit', 'meet-conditions', 'go-live', 'undo-retirement']
const weekly = ['appeal', 'recertify']

/** A maker's desk; of what only runs, pages are opened on the day of the week on which somebody goes through their things. */
export const readMakerDesk = async (
  door: Door,
  maker: Maker,
  { me, colleagues, goesThrough }: { me: string; colleagues: readonly seen.Colleague[]; goesThrough: boolean },
): Promise<MakerDesk> => {
  const { solutions } = await door.look(me, seen.mySolutions, 'list-my-solutions')
  const { offers } = await door.look(me, seen.offerList, 'list-offers')
  const { findings } = goesThrough
    ? await door.look(me, seen.findingList, 'list-findings', { state: 'open', limit: 100 })
    : { findings: [] }
  const open = solutions.filter(
    ({ next, review, state, conditionsOpen }) =>
      review !== null ||
      soon.includes(next ?? '') ||
      (goesThrough && (weekly.includes(next ?? '') || state === 'active' || conditionsOpen > 0)),
  )
  const onDesk: MakerDesk['solutions'][number][] = []
  for (const summary of open) {
    const page = await door.look(me, seen.solutionPage, 'show-solution', { key: summary.key })
    const review = summary.review === null ? null : await door.look(me, seen.reviewPage, 'show-review', { review: summary.review.key })
    const waivers = maker.forgetful && summary.next === 'recertify' ? await waiversOf(door, me, summary.key) : []
    const confirmable =
      summary.next === 'recertify' &&
      (await door.look(me, seen.recertification, 'show-recertification', { key: summary.key })).standsInTheWay.length === 0
    onDesk.push({ summary, page, review, waivers, confirmable })
  }
  // Of what is blocked, or was found to use a withdrawn tool, people read what takes its place.
  const replaced = onDesk
    .filter(
      ({ page }) =>
        page.standsInTheWay.length > 0 || findings.some(({ rule, subject }) => rule === 'tool-withdrawn' && subject.key === page.key),
    )
    .flatMap(({ page }) => page.draft?.facts['tools'] ?? page.facts['tools'])
  return {
    me,
    registered: new Set(solutions.map(({ name }) => name)),
    solutions: onDesk,
    offers,
    findings,
    colleagues,
    replacements: await replacementsFor(door, me, new Set(replaced.map(String))),
  }
}

const waiversOf = async (door: Door, me: string, solution: string) =>
  (await door.look(me, seen.waiverList, 'list-waivers', { solution })).waivers

const replacementsFor = async (door: Door, me: string, tools: ReadonlySet<string>): Promise<Map<string, string>> => {
  const found = new Map<string, string>()
  for (const tool of tools) {
    const { replacedBy } = await door.look(me, seen.toolPage, 'show-tool', { tool })
    if (replacedBy[0]) found.set(tool, replacedBy[0].id)
  }
  return found
}

const likeness = z.object({ similar: z.array(z.object({ key: z.string(), likeness: z.number(), state: z.string(), name: z.string() })) })

/** A reviewer's desk: what is assigned to them, and what others told them about. */
export const readReviewerDesk = async (
  door: Door,
  { id: me, name, capacity, office }: Staff,
  { told, keepsTools }: { told: readonly string[]; keepsTools: boolean },
): Promise<ReviewerDesk> => {
  const { reviews } = await door.look(me, seen.reviewList, 'list-reviews', { view: 'mine', limit: 100 })
  const onDesk: ReviewOnDesk[] = []
  for (const listed of reviews) onDesk.push(...(await openReview(door, me, listed)))
  const toJudge: seen.ReviewPage[] = []
  for (const review of told) toJudge.push(await door.look(me, seen.reviewPage, 'show-review', { review }))
  return {
    me,
    name,
    capacity,
    reviews: onDesk,
    toJudge,
    waivers: (await requested(door, me)).filter(({ by }) => by === office),
    proposals: await resumptions(door, me),
    toolsDue: keepsTools ? (await door.look(me, seen.toolList, 'list-tools', { overdue: true })).tools : [],
  }
}

/** What a reviewer reads before they decide; nothing where they can't sign it now. */
const openReview = async (door: Door, me: string, { key, kind, purpose, subject }: seen.ListedReview): Promise<ReviewOnDesk[]> => {
  if (purpose === 'second-look') {
    const look = await door.look(me, seen.secondLookPage, 'show-second-look', { review: key })
    return [{ about: 'second look', review: { key, version: look.version }, purpose: look.purpose }]
  }
  const review = await door.look(me, seen.reviewPage, 'show-review', { review: key })
  if (review.you.maySign.length === 0) return []
  if (kind === 'tool') {
    const { trainsOnOurData } = await door.look(me, seen.toolRequestPage, 'show-tool-request', { request: review.matter })
    return [{ about: 'tool', review, trains: trainsOnOurData }]
  }
  const solution = await door.look(me, seen.solutionPage, 'show-solution', { key: subject.key })
  if (purpose !== 'full') return [{ about: 'solution', review, solution, likeIt: [] }]
  const words = { name: solution.name, purpose: solution.purpose }
  const { similar } = await door.look(me, likeness, 'similar-solutions', words)
  const same = similar.filter(other => other.likeness > 0.97 && other.key !== subject.key && other.state === 'active')
  return [{ about: 'solution', review, solution, likeIt: same.map(({ key, name }) => `${key}, ${name},`) }]
}

const requested = async (door: Door, me: string) =>
  (await door.look(me, seen.waiverList, 'list-waivers', { standing: 'requested' })).waivers

const resumptions = async (door: Door, me: string): Promise<seen.Proposal[]> => {
  const { proposals } = await door.look(me, seen.proposalList, 'list-proposals', { state: 'open', kind: 'resume-solution' })
  const pages: seen.Proposal[] = []
  for (const { id, proposed } of proposals)
    if (proposed.by.id !== me) pages.push(await door.look(me, seen.proposalPage, 'show-proposal', { proposal: id }))
  return pages
}
