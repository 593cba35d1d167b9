import { cohen, underTiering, weightedCohen, wilson } from '#src/engines/planning/index.ts'

/** A review that was decided, with its two clocks in business minutes. */
export interface Settled {
  purpose: string
  tier: number | null
  outcome: string
  ours: number
  makers: number
  kept: boolean
}

export interface Kept {
  purpose: string
  tier: number | null
  decided: number
  kept: number
  /** Share of promises that were kept, with the 95 % interval (Wilson); null where none was decided. */
  share: { low: number; high: number; value: number } | null
  /** Medians, in business minutes. */
  ours: number | null
  makers: number | null
}

/** How promises were kept, for each purpose and tier. */
export const promisesKept = (settled: readonly Settled[]): Kept[] =>
  [...Map.groupBy(settled, ({ purpose, tier }) => `${purpose}/${tier ?? 0}`).values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const kept = group.filter(each => each.kept).length
    return [
      {
        purpose: first.purpose,
        tier: first.tier,
        decided: group.length,
        kept,
        share: shareOf(kept, group.length),
        ours: median(group.map(({ ours }) => ours)),
        makers: median(group.map(({ makers }) => makers)),
      },
    ]
  })

export const shareOf = (part: number, all: number): { low: number; high: number; value: number } | null => {
  if (all === 0) return null
  const { low, high } = wilson(part, all)
  return { low, high, value: part / all }
}

export const median = (values: readonly number[]): number | null => {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}

/** How first and second looks agree: rows are the tier that was decided, columns the one that the second looker came to. */
export const agreement = (table: readonly (readonly number[])[]) => {
  const looks = table.flat().reduce((sum, n) => sum + n, 0)
  if (looks === 0) return null
  const under = underTiering(table)
  const lower = table.reduce((sum, row, i) => sum + row.reduce((part, n, j) => part + (i < j ? n : 0), 0), 0)
  return {
    looks,
    same: cohen(table).observed,
    kappa: weightedCohen(table, 'quadratic').kappa,
    underTiering: { value: lower / looks, low: under.low, high: under.high },
  }
}

/** What one reviewer signed. */
export interface Signed {
  approvals: number
  returns: number
  rejections: number
  /** Minutes from beginning to yes, of each approval. */
  minutes: readonly number[]
}

/** Fewer approvals than that say nothing about anybody. */
const ENOUGH = 10
const HASTY_MINUTES = 5

/**
 * Signs that somebody stamps and does not look: many approvals and never a return, or half of them in under five minutes.
 * A reason to talk, for those who lead; it proves nothing.
 */
export const stampSigns = ({ approvals, returns, rejections, minutes }: Signed): ('never-returned' | 'in-minutes')[] => {
  if (approvals < ENOUGH) return []
  const usual = median(minutes)
  return [
    ...(approvals >= 2 * ENOUGH && returns + rejections === 0 ? (['never-returned'] as const) : []),
    ...(usual !== null && usual < HASTY_MINUTES ? (['in-minutes'] as const) : []),
  ]
}
