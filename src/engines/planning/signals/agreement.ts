import { invalid, sized, whole } from '../bounds.ts'
import { wilson, type Interval } from '../value/intervals.ts'

/** Agreement beyond chance. `kappa` is null, not computable, when chance alone would make everyone agree (all one category). */
export interface Agreement {
  readonly observed: number
  readonly expected: number
  readonly kappa: number | null
}

/**
 * Cohen's κ = (po − pe)/(1 − pe) for two reviewers (Cohen 1960). `table[i][j]` counts cases that the first put into
 * category i and the second into j.
 */
export const cohen = (table: readonly (readonly number[])[]): Agreement => {
  const { shares, rows, columns } = margins(table)
  const observed = rows.reduce((sum, _, i) => sum + shares[i]![i]!, 0)
  const expected = rows.reduce((sum, row, i) => sum + row * columns[i]!, 0)
  return { observed, expected, kappa: beyondChance(1 - observed, 1 - expected) }
}

/**
 * Weighted κ = 1 − Σ w·o / Σ w·e for ordered categories such as tiers (Cohen 1968). A disagreement weighs its distance, or
 * the square of it. `observed` and `expected` are weighted disagreements.
 */
export const weightedCohen = (table: readonly (readonly number[])[], weight: 'linear' | 'quadratic'): Agreement => {
  const { shares, rows, columns } = margins(table)
  const weigh = (i: number, j: number) => (weight === 'linear' ? Math.abs(i - j) : (i - j) ** 2)
  let observed = 0,
    expected = 0
  rows.forEach((row, i) =>
    columns.forEach((column, j) => {
      observed += weigh(i, j) * shares[i]![j]!
      expected += weigh(i, j) * row * column
    }),
  )
  return { observed, expected, kappa: beyondChance(observed, expected) }
}

/**
 * Fleiss' κ for many raters (Fleiss 1971). `table[i][j]` counts the raters who put case i into category j; every case has
 * the same number of raters, two or more.
 */
export const fleiss = (table: readonly (readonly number[])[]): Agreement => {
  sized('table', table, 1, 100_000)
  const raters = table[0]!.reduce((sum, n) => sum + n, 0),
    cases = table.length,
    categories = table[0]!.length
  whole('table.0', raters, { min: 2, max: 1e6 })
  table.forEach((row, i) => {
    row.forEach((n, j) => whole(`table.${i}.${j}`, n, { max: 1e6 }))
    if (row.length !== categories || row.reduce((sum, n) => sum + n, 0) !== raters) {
      throw invalid(
        `table.${i}`,
        `It doesn't hold ${raters} raters in ${categories} categories.`,
        'Give every case the same number of raters.',
      )
    }
  })
  const agreeing = table.reduce((sum, row) => sum + row.reduce((pairs, n) => pairs + n * (n - 1), 0), 0)
  const observed = agreeing / (cases * raters * (raters - 1))
  const expected = Array.from({ length: categories }, (_, j) => table.reduce((sum, row) => sum + row[j]!, 0) / (cases * raters)).reduce(
    (sum, share) => sum + share ** 2,
    0,
  )
  return { observed, expected, kappa: beyondChance(1 - observed, 1 - expected) }
}

/**
 * How often the first reviewer chose a lower tier than the second, a panel: the dangerous misses, which a high κ can hide.
 * Same table as `cohen`, categories in order of tier.
 */
export const underTiering = (table: readonly (readonly number[])[], confidence?: number): Interval => {
  margins(table)
  let lower = 0,
    all = 0
  table.forEach((row, i) =>
    row.forEach((n, j) => {
      all += n
      if (i < j) lower += n
    }),
  )
  return wilson(lower, all, confidence)
}

/** 1 − disagreement / disagreement by chance. */
const beyondChance = (observed: number, expected: number): number | null => (expected < 1e-12 ? null : 1 - observed / expected)

const margins = (table: readonly (readonly number[])[]) => {
  sized('table', table, 2, 100)
  table.forEach((row, i) => {
    if (row.length !== table.length)
      throw invalid(
        `table.${i}`,
        `It has ${row.length} columns in a table of ${table.length} rows.`,
        'Give a square table, the same categories both ways.',
      )
    row.forEach((n, j) => whole(`table.${i}.${j}`, n, { max: 1e9 }))
  })
  const all = table.reduce((sum, row) => sum + row.reduce((total, n) => total + n, 0), 0)
  if (all === 0) throw invalid('table', 'It is empty.', 'Give at least one case that both have judged.')
  const shares = table.map(row => row.map(n => n / all))
  return {
    shares,
    rows: shares.map(row => row.reduce((sum, p) => sum + p, 0)),
    columns: table.map((_, j) => shares.reduce((sum, row) => sum + row[j]!, 0)),
  }
}
