import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import { clockOf, promiseEnds, reviewKeyOf } from '#src/capabilities/review/index.ts'
import { keyOf, materialDigest } from '#src/capabilities/registry/index.ts'
import type { Broken } from './fault.ts'
import { faultsOf } from './fault.ts'
import type { Picture } from './picture.ts'
import { stewardship } from './invariants-of-owners.ts'
import type { OwnersBefore } from './invariants-of-owners.ts'

/** What was seen before, where something may only change in certain ways. */
export interface Before {
  owners: OwnersBefore
  /** By review: its own business minutes, and whether it waited. */
  clocks: ReadonlyMap<string, { ours: number; waited: boolean }>
}

export const nothingBefore: Before = { owners: new Map(), clocks: new Map() }

/** Everything that must hold of solutions and their reviews, whatever happened; empty where it does. */
export const broken = (picture: Picture, calendar: BusinessCalendar, before: Before): { faults: Broken[]; seen: Before } => {
  const owners = stewardship(picture, before.owners)
  const clocks = clocksStandStill(picture, calendar, before.clocks)
  return {
    faults: [
      ...nothingRunsUnapproved(picture),
      ...nobodySignsTheirOwn(picture),
      ...reviewsAreAboutSomething(picture),
      ...owners.faults,
      ...clocks.faults,
    ],
    seen: { owners: owners.seen, clocks: clocks.seen },
  }
}

const mayRun = ['active', 'suspended']
const onceApproved = ['approved', ...mayRun, 'retired']
const asked: Readonly<Record<number, readonly string[]>> = { 2: ['coe'], 3: ['it-security', 'legal', 'change-management'] }

/** No solution is active without a valid approval of exactly its material content, by everybody whom its tier asks for. */
const nothingRunsUnapproved = (picture: Picture): Broken[] => {
  const { solutions, declarations, reviews, conditions } = picture
  return solutions
    .filter(({ state, runningId }) => mayRun.includes(state) || runningId !== null)
    .flatMap(solution => {
      const about = keyOf(solution.number)
      const declared = declarations.find(({ id }) => id === solution.runningId)
      if (!declared) return [{ rule: 'runs without any declaration', about }]
      const { facts, inspection, approvedHow, tier } = declared
      const review = reviews.find(({ id }) => id === declared.reviewId)
      return [
        ...faultsOf(about, [
          !onceApproved.includes(solution.state) && `is ${solution.state} although a version of it was approved`,
          declared.state !== 'approved' && 'runs under a declaration that is not approved',
          declared.materialDigest !== materialDigest({ facts, inspection }) && 'its approval is of other content',
          JSON.stringify(solution.facts) !== JSON.stringify(facts) && 'shows other facts than it was approved with',
          approvedHow === 'default' && tier !== 1 && 'was approved by default above tier 1',
          approvedHow === 'review' && review?.digest !== declared.materialDigest && 'its review looked at other content',
          solution.state === 'active' &&
            conditions.some(
              each => each.reviewId === declared.reviewId && each.needed === 'before' && ['open', 'met'].includes(each.state),
            ) &&
            'runs before what was asked for before that was accepted',
          approvedHow === 'review' && review?.outcome?.startsWith('approved') !== true && 'its review did not say yes',
        ]),
        ...missingRoles(picture, solution.id, declared.id).map(role => ({ rule: `has no sign-off by ${role}`, about })),
      ]
    })
}

/**
 * A yes takes every role's sign-off that its tier asks for: on the review that approved it, or, where that followed an upheld
 * appeal, on the appeal or before it, as long as it asked for nothing that fell. A change beside an approved version may take less.
 */
const missingRoles = ({ declarations, reviews, signOffs, conditions }: Picture, solution: string, running: string): string[] => {
  const declared = declarations.find(({ id }) => id === running)
  const earlier = declarations.some(({ id, solutionId, approvedAt }) => solutionId === solution && id !== running && approvedAt !== null)
  if (!declared || declared.approvedHow !== 'review' || earlier) return []
  const about = reviews.filter(({ matter, digest }) => matter === running && digest === declared.materialDigest)
  const upheld = about.filter(({ purpose, outcome }) => purpose === 'appeal' && outcome?.startsWith('approved'))
  const counted = about.filter(
    ({ id, outcome }) =>
      id === declared.reviewId || upheld.some(appeal => appeal.id === id) || (upheld.length > 0 && outcome === 'rejected'),
  )
  const roles = signOffs
    .filter(({ reviewId, state }) => state === 'approved' && counted.some(({ id }) => id === reviewId))
    .filter(({ reviewId, role }) => !conditions.some(each => each.reviewId === reviewId && each.role === role && each.state === 'fallen'))
    .map(({ role }) => role)
  return (asked[declared.tier] ?? []).filter(role => !roles.includes(role))
}

const decided = ['approved', 'returned', 'rejected']

/** No sign-off by somebody who made, owned, submitted or changed it, or who decided before; one a person and review. */
const nobodySignsTheirOwn = ({ reviews, signOffs, authors }: Picture): Broken[] => {
  const given = signOffs.filter(({ state }) => decided.includes(state))
  return reviews.flatMap(review => {
    const own = given.filter(({ reviewId }) => reviewId === review.id)
    const humans = own.flatMap(({ decidedByHuman }) => decidedByHuman ?? [])
    const behind = authors.filter(({ solutionId }) => solutionId === review.subject)
    const hadAHand = own.some(({ decidedByHuman, decidedAt }) =>
      behind.some(({ human, since }) => human === decidedByHuman && decidedAt !== null && Temporal.Instant.compare(since, decidedAt) <= 0),
    )
    return faultsOf(reviewKeyOf(review.number), [
      humans.includes(review.submittedByHuman) && 'was signed by whoever submitted it',
      humans.some(human => review.excluded.includes(human)) && 'was signed by somebody who had decided before',
      hadAHand && 'was signed by somebody who had a hand in it',
      new Set(humans).size < humans.length && 'has two sign-offs by one person',
    ])
  })
}

/** A review that is open is about what somebody wants looked at now, and there is one for each solution. */
const reviewsAreAboutSomething = ({ reviews, solutions, declarations }: Picture): Broken[] => {
  const open = reviews.filter(({ endedAt, purpose, kind }) => endedAt === null && purpose !== 'second-look' && kind === 'solution')
  return open.flatMap(review => {
    const solution = solutions.find(({ id }) => id === review.subject)
    return faultsOf(reviewKeyOf(review.number), [
      (solution?.draftId !== review.matter || declarations.find(({ id }) => id === review.matter)?.materialDigest !== review.digest) &&
        'is open about content that nobody wants looked at any more',
      open.some(({ id, subject }) => id !== review.id && subject === review.subject) && 'is one of two open reviews of a solution',
      solution?.state === 'retired' && 'is open about something retired',
    ])
  })
}

/** The reviewers' clock never runs while it waits for somebody else, never backwards, and the promised moment follows from it alone. */
const clocksStandStill = (
  { reviews, now }: Picture,
  calendar: BusinessCalendar,
  before: Before['clocks'],
): { faults: Broken[]; seen: Before['clocks'] } => {
  const seen = new Map<string, { ours: number; waited: boolean }>()
  const faults = reviews
    .filter(({ endedAt }) => endedAt === null)
    .flatMap(review => {
      const { ours, makers, paused } = clockOf(calendar, review, now)
      const last = before.get(review.id)
      seen.set(review.id, { ours, waited: paused !== null })
      return faultsOf(reviewKeyOf(review.number), [
        last?.waited === true && paused !== null && Math.abs(last.ours - ours) > 1e-6 && 'its clock ran while it waited',
        last !== undefined && ours < last.ours - 1e-6 && 'its clock ran backwards',
        ours > makers + 1e-6 && 'its own clock ran longer than the maker’s',
        (review.state === 'with-maker') !== (paused !== null) && 'its state and its clock disagree',
        paused === null &&
          movedBy(promiseEnds(calendar, review, now), review.dueAt) > MINUTE &&
          'its promised moment moved without a pause',
      ])
    })
  return { faults, seen }
}

/** Promises are kept in whole minutes of business time. */
const MINUTE = 60_000
const movedBy = (a: Temporal.Instant, b: Temporal.Instant): number => Math.abs(a.epochMilliseconds - b.epochMilliseconds)
