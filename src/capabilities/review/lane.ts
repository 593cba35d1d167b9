import type { Charter } from '#src/engines/charter/index.ts'
import type { Purpose } from './kind.ts'

/** The way of one review: whose sign-offs it takes, what they look for, and by when they answer. */
export interface Lane {
  businessDays: number
  /** In fewer days than that, rather than in so many at most. */
  underThat: boolean
  signOffs: readonly LaneSignOff[]
}

export interface LaneSignOff {
  role: string
  checklists: readonly string[]
  businessDays: number
  /** What one usually takes, and what one person has for them each working day; both in minutes. */
  minutes: number
  minutesADay: number
}

interface Asked {
  purpose: Purpose
  tier: number | null
  /** The kind of build, whose profile may bring checklists of its own. */
  kind?: string | undefined
  /** Whose decision an appeal is against. */
  role?: string | undefined
}

/** Where a charter names no effort. */
const usualEffort = { minutes: 60, minutesADay: 120 }
/** A second look comes afterwards and delays nothing: four weeks of five days. */
const secondLookDays = 20

/**
 * The lane that a charter prescribes. What nobody could answer is settled within tier 2's promise, an appeal within that of
 * its tier, a material change without a higher tier within that of short reviews (charter: `lanes.yaml`, `calendar.yaml`).
 */
export const laneOf = ({ documents }: Pick<Charter, 'documents'>, { purpose, tier, kind, role: against }: Asked): Lane => {
  const role = against ?? 'coe'
  const { lanes, shortReview } = documents['lanes.yaml']
  const profile = documents['scope.yaml'].kinds.find(({ id }) => id === kind)?.checklists ?? []
  const all = lanes.flatMap(({ signOffs }) => signOffs)
  const of = (tier: number) => lanes.find(lane => lane.tier === tier)
  const signOff = (role: string, businessDays: number, more: readonly string[] = []): LaneSignOff => {
    const known = all.find(each => each.role === role)
    return { role, checklists: [known?.checklist ?? role, ...more], businessDays, ...(known?.effort ?? usualEffort) }
  }
  const alone = (businessDays: number, underThat: boolean, ...more: string[]): Lane => ({
    businessDays,
    underThat,
    signOffs: [signOff(role, Math.max(1, businessDays), more)],
  })

  const whole = (lane: ReturnType<typeof of>): Lane => {
    const [first, ...others] = lane?.signOffs ?? []
    return {
      businessDays: lane?.businessDays ?? 5,
      underThat: lane?.underThat ?? true,
      // What this kind of build brings along is looked at once, by whoever comes first.
      signOffs: first
        ? [signOff(first.role, first.businessDays, profile), ...others.map(each => signOff(each.role, each.businessDays))]
        : [],
    }
  }

  switch (purpose) {
    case 'short':
      return alone(shortReview.businessDays, false)
    case 'second-look':
      return alone(secondLookDays, false, ...profile)
    case 'tool': {
      const days = documents['calendar.yaml'].toolRequestBusinessDays
      return { businessDays: days, underThat: false, signOffs: [signOff('it-security', days), signOff('legal', days)] }
    }
    case 'clarify':
      return alone(of(2)?.businessDays ?? 5, of(2)?.underThat ?? true, ...profile)
    case 'appeal': {
      const lane = tier === 1 || tier === null ? of(2) : of(tier)
      // A yes in the place of a no looked at what that one would have had to look at.
      const more = against !== undefined && lane?.signOffs[0]?.role === against ? profile : []
      return alone(lane?.businessDays ?? 5, lane?.underThat ?? true, ...more)
    }
  }
  return whole(of(tier ?? 2))
}
