import { probability } from '../bounds.ts'
import { scaled } from './effort.ts'
import { outlook, type Outlook } from './outlook.ts'
import type { Experiment } from './replicate.ts'
import type { Scenario } from './scenario.ts'

/** Whether each tier keeps its promise for the wanted share, as far as the simulation can tell. */
export type Verdict =
  | 'kept'
  /** The wanted share lies inside the interval: more replications, or more margin. */
  | 'close'
  | 'broken'
  /** No number of people would do: reviews alone, or the answers awaited, take too long. */
  | 'unreachable'
  /** More comes in than the team can do. */
  | 'growing'

export const verdict = (result: Outlook, wanted: number): Verdict => {
  const asked = result.tiers.filter(({ requests }) => requests > 0)
  if (asked.some(({ ceiling }) => ceiling !== null && ceiling.high < wanted)) return 'unreachable'
  if (!result.load.steady) return 'growing'
  if (asked.some(({ inTime }) => inTime !== null && inTime.high < wanted)) return 'broken'
  return asked.every(({ inTime }) => inTime !== null && inTime.low >= wanted) ? 'kept' : 'close'
}

/** One thing that could be done, and how much of it is enough. */
export interface Remedy {
  lever: Lever
  /**
   * The smallest dose tried that keeps every promise: people to add; or the part by which to cut efforts, requests,
   * rework or the submitters' delays, 0 to 1; 1 for a change of order. Null when the largest dose isn't enough.
   */
  dose: number | null
  /** The largest dose tried. */
  most: number
  /** With that dose, or with the largest one. */
  outlook: Outlook
}

/** More full-time reviewers · shorter reviews · fewer requests · fewer rounds of rework · quicker answers by submitters · the nearest promise first. */
export type Lever = 'people' | 'effort' | 'requests' | 'rework' | 'answers' | 'order'

const CUTS = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]
const QUARTERS = [0.25, 0.5, 0.75]
const PEOPLE = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20]

/**
 * Tries each lever alone, on the same luck as the scenario itself, and finds its smallest sufficient dose by halving: each
 * is taken to help the more the larger it is. Levers that can't change anything (no rework, the order already set) are
 * left out, and people where the promise is out of reach for any number of them. `now` is the scenario's own outlook.
 */
export const remedies = (scenario: Scenario, now: Outlook, wanted: number, experiment: Experiment): readonly Remedy[] => {
  probability('wanted', wanted)
  const standing = verdict(now, wanted)
  if (standing === 'kept') return []
  const asks = scenario.tiers.some(({ rework }) => rework !== undefined && rework.share > 0)
  const levers: readonly { lever: Lever; doses: readonly number[]; applies: boolean }[] = [
    { lever: 'order', doses: [1], applies: scenario.order !== 'due-first' && scenario.tiers.length > 1 },
    { lever: 'people', doses: PEOPLE, applies: standing !== 'unreachable' },
    { lever: 'effort', doses: CUTS, applies: true },
    { lever: 'rework', doses: QUARTERS, applies: asks },
    { lever: 'answers', doses: QUARTERS, applies: asks },
    { lever: 'requests', doses: CUTS, applies: standing !== 'unreachable' },
  ]
  return levers
    .filter(({ applies }) => applies)
    .map(({ lever, doses }) => {
      let low = 0,
        high = doses.length
      let enough: Outlook | undefined
      while (low < high) {
        // The last dose is tried first: where even that is not enough, nothing else need be tried.
        const middle = high === doses.length ? high - 1 : (low + high) >> 1
        const tried = outlook(applied(scenario, lever, doses[middle]!), experiment)
        const isEnough = verdict(tried, wanted) === 'kept'
        if (!isEnough && high === doses.length) return { lever, dose: null, most: doses.at(-1)!, outlook: tried }
        if (isEnough) {
          enough = tried
          high = middle
        } else {
          low = middle + 1
        }
      }
      return { lever, dose: doses[high]!, most: doses.at(-1)!, outlook: enough ?? now }
    })
}

/** The scenario with one thing changed. */
export const applied = (scenario: Scenario, lever: Lever, dose: number): Scenario => {
  const tiers = (change: (tier: Scenario['tiers'][number]) => Partial<Scenario['tiers'][number]>) => ({
    ...scenario,
    tiers: scenario.tiers.map(tier => ({ ...tier, ...change(tier) })),
  })
  switch (lever) {
    case 'people':
      return {
        ...scenario,
        reviewers: [...scenario.reviewers, ...Array.from({ length: dose }, (_, i) => ({ name: `New reviewer ${i + 1}` }))],
      }
    case 'order':
      return { ...scenario, order: 'due-first' }
    case 'rework':
      return tiers(({ rework }) => (rework ? { rework: { ...rework, share: rework.share * (1 - dose) } } : {}))
    case 'answers':
      return tiers(({ rework }) => (rework ? { rework: { ...rework, delay: scaled(rework.delay, 1 - dose) } } : {}))
    case 'requests':
      return tiers(({ perDay }) => ({
        perDay:
          typeof perDay === 'number'
            ? perDay * (1 - dose)
            : Object.fromEntries(Object.entries(perDay).map(([day, rate]) => [day, rate * (1 - dose)])),
      }))
    default:
      return tiers(({ effort, rework }) => ({
        effort: scaled(effort, 1 - dose),
        ...(rework && { rework: { ...rework, effort: scaled(rework.effort, 1 - dose) } }),
      }))
  }
}
