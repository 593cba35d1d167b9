import { bounded, numbers } from '../bounds.ts'
import type { Baseline, ChartPoint } from './individuals.ts'

/**
 * Charts for slow drift, which single points don't show. Both start at the baseline's mean and must see every point since
 * the baseline in order, the quiet ones too. Sources: Roberts 1959 (EWMA), Page 1954 (CUSUM); Montgomery, Introduction to
 * Statistical Quality Control, chapter 9.
 */

export interface EwmaPoint extends ChartPoint {
  readonly low: number
  readonly high: number
}

/**
 * Exponentially weighted moving average: z ← w·x + (1 − w)·z, limits mean ± L·σ̂·√(w/(2−w)·(1 − (1−w)^2i)), which widen
 * from the first point to their final width.
 */
export const ewma = (
  usual: Baseline,
  values: readonly number[],
  { weight = 0.2, width = 3 }: { weight?: number; width?: number } = {},
): readonly EwmaPoint[] => {
  numbers('values', values, 0)
  bounded('weight', weight, { above: 0, max: 1 })
  bounded('width', width, { above: 0, max: 10 })
  let z = usual.mean
  return values.map((x, index) => {
    z = weight * x + (1 - weight) * z
    const half = width * usual.sigma * Math.sqrt((weight / (2 - weight)) * (1 - (1 - weight) ** (2 * (index + 1))))
    return { value: z, low: usual.mean - half, high: usual.mean + half, alarm: Math.abs(z - usual.mean) > half }
  })
}

export interface CusumPoint {
  readonly up: number
  readonly down: number
  readonly alarm: boolean
}

/**
 * Two-sided cumulative sums in units of σ̂: up ← max(0, up + (x − mean)/σ̂ − k), down alike. k is half the shift worth
 * finding; h = 4 alarms sooner, h = 5 less often for nothing (about once in 168 and 465 quiet points, Montgomery 9.1).
 */
export const cusum = (
  usual: Baseline,
  values: readonly number[],
  { k = 0.5, h = 5 }: { k?: number; h?: number } = {},
): readonly CusumPoint[] => {
  numbers('values', values, 0)
  bounded('k', k, { max: 10 })
  bounded('h', h, { above: 0, max: 100 })
  bounded('baseline.sigma', usual.sigma, { above: 0 })
  let up = 0,
    down = 0
  return values.map(x => {
    const step = (x - usual.mean) / usual.sigma
    up = Math.max(0, up + step - k)
    down = Math.max(0, down - step - k)
    return { up, down, alarm: up > h || down > h }
  })
}
