import { bounded, probability } from '../bounds.ts'
import { checked, MOST_REVIEWERS, shareWithin, steadyQueue } from './erlang.ts'

export type TeamAnswer =
  | { reachable: true; reviewers: number; share: number; utilisation: number }
  /**
   * However many people review, at most `ceiling` is answered in time, because so many reviews alone take longer. More
   * people change nothing; shorter reviews do: the mean effort would have to be below `effortBelow` days.
   */
  | { reachable: false; ceiling: number; effortBelow: number }

/** The fewest reviewers who answer `share` of the requests within `days` (M/M/c; times in days, as in `Team`). */
export const smallestTeam = ({
  arrivals,
  rate,
  days,
  share,
}: {
  arrivals: number
  rate: number
  days: number
  share: number
}): TeamAnswer => {
  checked({ arrivals, rate, reviewers: 1 })
  bounded('arrivals', arrivals / rate, { max: MOST_REVIEWERS / 2 })
  bounded('days', days, { above: 0 })
  probability('share', share)
  // Without any waiting what remains is the review itself: P(effort ≤ days).
  const ceiling = -Math.expm1(-rate * days)
  const unreachable: TeamAnswer = { reachable: false, ceiling, effortBelow: days / -Math.log1p(-share) }
  if (ceiling <= share) return unreachable
  for (let reviewers = Math.floor(arrivals / rate) + 1; reviewers <= MOST_REVIEWERS; reviewers++) {
    const queue = steadyQueue({ arrivals, rate, reviewers })
    const reached = shareWithin({ arrivals, rate, reviewers }, days)
    if (queue.steady && typeof reached === 'number' && reached >= share)
      return { reachable: true, reviewers, share: reached, utilisation: queue.utilisation }
  }
  return unreachable
}
