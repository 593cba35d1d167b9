/** How often one source may ask: so many at once, then so many a second. */
export interface Allowance {
  burst: number
  perSecond: number
}

/** Sources that are remembered; beyond that the one that has not asked for longest is forgotten, and begins anew. */
const most = 10_000

/**
 * Counts what each source asks for, by the token bucket: each starts full, loses a token a call, and fills again with
 * time. In memory, so that counting costs nothing and ends with the process.
 * @returns 0 where the call may go ahead, else the whole seconds until one may.
 */
export const createBuckets = ({ burst, perSecond }: Allowance) => {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return (source: string, now: number = performance.now()): number => {
    const before = buckets.get(source)
    const filled = before ? Math.min(burst, before.tokens + ((now - before.at) / 1000) * perSecond) : burst
    const tokens = filled >= 1 ? filled - 1 : filled
    // Set anew, so that the map keeps the order in which sources last asked.
    buckets.delete(source)
    buckets.set(source, { tokens, at: now })
    if (buckets.size > most) for (const oldest of buckets.keys()) if (buckets.delete(oldest)) break
    return filled >= 1 ? 0 : Math.ceil((1 - filled) / perSecond)
  }
}
