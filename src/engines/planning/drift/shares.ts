import { bounded, whole } from '../bounds.ts'

export interface SharePoint {
  readonly share: number | null
  readonly low: number
  readonly high: number
  readonly alarm: boolean
}

/**
 * p-chart for a share such as "reviews over five days in a week": p̄ ± 3·√(p̄(1−p̄)/n), cut to 0 and 1, its own limits for
 * each week's n. `usual` is p̄ from the baseline, never from the weeks judged. A week without reviews has no share.
 */
export const shareChart = (usual: number, weeks: readonly { over: number; reviews: number }[]): readonly SharePoint[] => {
  bounded('usual', usual, { max: 1 })
  return weeks.map(({ over, reviews }, week) => {
    whole(`weeks.${week}.reviews`, reviews, { max: 1e9 })
    whole(`weeks.${week}.over`, over, { max: reviews })
    if (reviews === 0) return { share: null, low: 0, high: 1, alarm: false }
    const half = 3 * Math.sqrt((usual * (1 - usual)) / reviews)
    const low = Math.max(0, usual - half),
      high = Math.min(1, usual + half),
      share = over / reviews
    return { share, low, high, alarm: share < low || share > high }
  })
}

interface Backlog {
  open: number
  meanEffortHours: number
  reviewers: number
  hoursPerDay: number
}

/**
 * The leading chart beside the lagging ones: the open backlog in working days of the whole team, queue × mean effort /
 * (reviewers × hours a day). It rises before the first promise breaks.
 */
export const backlogDays = ({ open, meanEffortHours, reviewers, hoursPerDay }: Backlog): number => {
  bounded('open', open, {})
  bounded('meanEffortHours', meanEffortHours, {})
  bounded('reviewers', reviewers, { above: 0 })
  bounded('hoursPerDay', hoursPerDay, { above: 0, max: 24 })
  return (open * meanEffortHours) / (reviewers * hoursPerDay)
}
