import { numbers, probability } from '../bounds.ts'

/**
 * Who looks at forty units finds two odd ones by chance alone at 5 %. Both corrections answer with adjusted p-values in the
 * order given: a unit stands out when its own is at or below the level.
 */

/** Holm's step-down (1979): the chance of even one false alarm stays below the level. For alarms that cost somebody something. */
export const holm = (pValues: readonly number[]): readonly number[] => {
  const { count, ranked } = rank(pValues)
  let worst = 0
  return inOrder(
    count,
    ranked.map(({ index, p }, place) => ({ index, p: (worst = Math.max(worst, Math.min(1, (count - place) * p))) })),
  )
}

/** Benjamini and Hochberg (1995): of those that stand out, at most the level's share are false on average. For lists to look into. */
export const benjaminiHochberg = (pValues: readonly number[]): readonly number[] => {
  const { count, ranked } = rank(pValues)
  let best = 1
  return inOrder(
    count,
    ranked.toReversed().map(({ index, p }, back) => ({ index, p: (best = Math.min(best, (count / (count - back)) * p)) })),
  )
}

/** Indices of those at or below the level after a correction. */
export const standingOut = (adjusted: readonly number[], level = 0.05): readonly number[] => {
  probability('level', level)
  return adjusted.flatMap((p, index) => (p <= level ? [index] : []))
}

const rank = (pValues: readonly number[]) => {
  numbers('pValues', pValues, 0, { min: 0, max: 1 })
  return { count: pValues.length, ranked: pValues.map((p, index) => ({ index, p })).sort((a, b) => a.p - b.p) }
}

const inOrder = (count: number, adjusted: readonly { index: number; p: number }[]): readonly number[] => {
  const values = Array.from<number>({ length: count }).fill(1)
  for (const { index, p } of adjusted) values[index] = p
  return values
}
