import { invalid, whole } from '../bounds.ts'
import { drawIntake, Intake } from './intake.ts'
import type { Prepared } from './prepare.ts'
import { Course, run } from './run.ts'
import { drawShifts, emptyShifts } from './shifts.ts'

/** Seed and size of an experiment. The same scenario under the same seed gives the same bytes. */
export interface Experiment {
  seed: number
  /** Independent repetitions, 30 or more for intervals that mean something; at most 100,000. */
  replications: number
  /** Of the intervals; 0.95 if left out. */
  confidence?: number
}

/**
 * Runs the replications one after the other; `visit` sees each before its arrays are used again. Replication k of any two
 * scenarios draws from the same streams, so their differences can be taken pair by pair.
 */
export const replicate = (
  prepared: Prepared,
  { seed, replications }: Experiment,
  visit: (intake: Intake, course: Course) => void,
): void => {
  const { scenario, line, plan, planned } = prepared
  whole('seed', seed, { max: Number.MAX_SAFE_INTEGER })
  whole('replications', replications, { min: 1, max: 100_000 })
  const steps = replications * stepsOf(prepared)
  if (steps > MOST_STEPS) {
    throw invalid(
      'replications',
      `So many replications of so much work would be ${steps.toExponential(0)} steps.`,
      'Use fewer replications, weeks or reviewers, or rates as they really are.',
    )
  }
  const intake = new Intake(),
    course = new Course()
  const drawn = emptyShifts(planned.from.length)
  for (let replication = 0; replication < replications; replication++) {
    drawIntake(plan, intake, seed, replication)
    run(prepared, intake, drawShifts(scenario, line, planned, drawn, seed, replication), course)
    visit(intake, course)
  }
}

/** A step is one reviewer looked at for one review, about ten nanoseconds. */
const MOST_STEPS = 2e9

/** Steps of one replication, about. */
const stepsOf = ({ scenario: { tiers, reviewers, waves = [], known = [] }, line, plan }: Prepared): number => {
  const extra = waves.reduce((sum, { requests }) => sum + requests, known.length)
  const reviews = tiers.reduce(
    (sum, { rework }, tier) => sum + (plan.tiers[tier]!.expected[line.days]! + extra) / (1 - (rework?.share ?? 0)),
    0,
  )
  const spells = reviewers.some(({ sickness }) => sickness) ? line.days : 0
  return reviewers.length * (reviews + spells)
}
