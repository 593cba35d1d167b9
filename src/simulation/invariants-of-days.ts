import { keyOf } from '#src/capabilities/registry/index.ts'
import { reviewKeyOf } from '#src/capabilities/review/index.ts'
import type { Broken } from './fault.ts'
import { faultsOf } from './fault.ts'
import type { Picture } from './picture.ts'

/** What must hold at the end of a day, once everything that changed was looked at. */
export const brokenAtDayEnd = (picture: Picture): Broken[] => [...nothingWithoutOwner(picture), ...promisesKeptOrSaid(picture)]

const live = ({ findings }: Picture, rule: string, subject: string): boolean =>
  findings.some(each => each.rule === rule && each.subjectId === subject && each.state !== 'cleared')

/** What may run has an owner who works here, or somebody was asked, or a finding says that it has none. */
const nothingWithoutOwner = (picture: Picture): Broken[] =>
  picture.solutions
    .filter(({ state, ownerId }) => ['approved', 'active', 'suspended'].includes(state) && !picture.active.has(ownerId))
    .flatMap(({ id, number }) =>
      faultsOf(keyOf(number), [
        !picture.offers.some(({ solutionId, state }) => solutionId === id && state === 'offered') &&
          !live(picture, 'owner-gone', id) &&
          'has no owner, nobody was asked, and no finding says so',
      ]),
    )

/** A promise is kept, or what stands open beyond it is known to everybody who looks at findings. */
const promisesKeptOrSaid = (picture: Picture): Broken[] =>
  picture.reviews
    .filter(({ endedAt, state, dueAt }) => endedAt === null && state !== 'with-maker' && Temporal.Instant.compare(dueAt, picture.now) < 0)
    .flatMap(({ id, number, purpose }) =>
      faultsOf(reviewKeyOf(number), [
        !live(picture, purpose === 'second-look' ? 'second-look-due' : 'review-overdue', id) &&
          'is open beyond its promise, and no finding says so',
      ]),
    )
