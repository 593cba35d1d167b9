import { stream, type Random } from '../numbers/random.ts'
import type { Drawable } from './effort.ts'
import type { IntakePlan, KnownPlan, TierPlan } from './intake-plan.ts'
import type { Timeline } from './timeline.ts'

/**
 * Everything that comes to the team in one replication, drawn before any work is planned. Nothing here depends on who
 * reviews, so two scenarios with different teams meet exactly the same requests under the same seed.
 */
export class Intake {
  count = 0
  /** Requests in the order in which they come. */
  order = new Int32Array(0)
  /** Position on the timeline, tier, and minutes of the first review. */
  submitted = new Float64Array(0)
  tier = new Uint8Array(0)
  effort = new Float64Array(0)
  /** Rounds of rework: those of request i are [firstRound[i], firstRound[i + 1]) in `delays` and `efforts`. */
  firstRound = new Int32Array(1)
  delays = new Float64Array(0)
  efforts = new Float64Array(0)
  rounds = 0
}

/** Which stream draws what; sickness has its own in shifts. */
const EFFORTS = 1,
  TIMES = 2,
  REWORK = 3,
  WAVES = 5,
  KNOWN = 6

/** Draws one replication's requests into `intake`, whose arrays are kept and grown. */
export const drawIntake = (plan: IntakePlan, intake: Intake, seed: number, replication: number): void => {
  intake.count = 0
  intake.rounds = 0
  const runs: number[] = []
  plan.known.forEach((known, index) => drawKnown(plan, intake, known, stream(seed, replication, index, KNOWN)))
  runs.push(intake.count)
  plan.tiers.forEach((tier, index) => {
    const [times, efforts, rework] = [TIMES, EFFORTS, REWORK].map(purpose => stream(seed, replication, index, purpose))
    drawArrivals(plan.line, tier, index, intake, times!, efforts!, rework!)
    runs.push(intake.count)
  })
  plan.waves.forEach((wave, index) => {
    const efforts = stream(seed, replication, index, WAVES)
    for (const position of wave.positions) {
      if (position >= plan.line.begin) add(intake, position, wave.tier, wave.effort.draw(efforts), plan.tiers[wave.tier]!, efforts)
    }
    runs.push(intake.count)
  })
  merge(intake, runs)
}

/**
 * Requests come as a Poisson process whose rate is constant within a day: exponential steps of the expected count, turned
 * into time. A higher rate moves the same requests closer together.
 */
const drawArrivals = (
  line: Timeline,
  tier: TierPlan,
  index: number,
  intake: Intake,
  times: Random,
  efforts: Random,
  rework: Random,
): void => {
  const { expected } = tier
  let reached = 0
  for (let day = 0; ;) {
    reached -= Math.log1p(-times())
    while (day < line.days && expected[day + 1]! <= reached) day++
    if (day >= line.days) return
    const start = line.starts[day]!
    const position = start + ((reached - expected[day]!) / (expected[day + 1]! - expected[day]!)) * (line.starts[day + 1]! - start)
    if (position >= line.begin) add(intake, position, index, tier.effort.draw(efforts), tier, rework)
  }
}

const drawKnown = (plan: IntakePlan, intake: Intake, known: KnownPlan, random: Random): void => {
  const tier = plan.tiers[known.tier]!
  const effort = known.effort === undefined ? remainder(tier.effort, known.spent, random) : Math.max(0, known.effort - known.spent)
  add(intake, known.position, known.tier, effort, tier, random)
}

/** What is left of an effort of which `spent` minutes are over: drawn among those efforts that take longer than that. */
const remainder = (law: Drawable, spent: number, random: Random): number => {
  for (let attempt = 0; attempt < 200; attempt++) {
    const effort = law.draw(random)
    if (effort > spent) return effort - spent
  }
  // Longer than anything the law knows: past experience says nothing about the end, so it is as good as new.
  return law.draw(random)
}

const add = (intake: Intake, position: number, tier: number, effort: number, { rework }: TierPlan, random: Random): void => {
  const index = intake.count++
  if (index >= intake.submitted.length) growRequests(intake)
  intake.submitted[index] = position
  intake.tier[index] = tier
  intake.effort[index] = effort
  intake.firstRound[index] = intake.rounds
  if (rework) {
    while (random() < rework.share) {
      if (intake.rounds >= intake.delays.length) growRounds(intake)
      intake.delays[intake.rounds] = rework.delay.draw(random)
      intake.efforts[intake.rounds++] = rework.effort.draw(random)
    }
  }
  intake.firstRound[index + 1] = intake.rounds
}

/** Joins the sources, each already in order of time, into one order; at equal times the earlier source comes first. */
const merge = (intake: Intake, ends: readonly number[]): void => {
  const heads = ends.map((_, source) => (source === 0 ? 0 : ends[source - 1]!))
  for (let place = 0; place < intake.count; place++) {
    let best = -1
    for (let source = 0; source < ends.length; source++) {
      if (heads[source]! < ends[source]! && (best < 0 || intake.submitted[heads[source]!]! < intake.submitted[heads[best]!]!)) best = source
    }
    intake.order[place] = heads[best]!++
  }
}

const growRequests = (intake: Intake): void => {
  const size = Math.max(256, intake.submitted.length * 2)
  intake.order = new Int32Array(size)
  intake.submitted = enlarged(intake.submitted, new Float64Array(size))
  intake.effort = enlarged(intake.effort, new Float64Array(size))
  const tier = new Uint8Array(size),
    firstRound = new Int32Array(size + 1)
  tier.set(intake.tier)
  firstRound.set(intake.firstRound)
  intake.tier = tier
  intake.firstRound = firstRound
}

const growRounds = (intake: Intake): void => {
  const size = Math.max(64, intake.delays.length * 2)
  intake.delays = enlarged(intake.delays, new Float64Array(size))
  intake.efforts = enlarged(intake.efforts, new Float64Array(size))
}

const enlarged = (small: Float64Array, large: Float64Array): Float64Array<ArrayBuffer> => {
  const copy = new Float64Array(large.length)
  copy.set(small)
  return copy
}
