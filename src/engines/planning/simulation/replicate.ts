import { invalid, whole } from '../bounds.ts'
import { drawIntake, Intake } from './intake.ts'
import { planIntake, type IntakePlan } from './intake-plan.ts'
import { Course, run } from './run.ts'
import { checkScenario, type Scenario } from './scenario.ts'
import { drawShifts, plannedShifts, type Shifts } from './shifts.ts'
import { layOutTimeline, type Timeline } from './timeline.ts'

/** Seed and size of an experiment. The same scenario under the same seed gives the same bytes. */
export interface Experiment {
  seed: number
  /** Independent repetitions, 30 or more for intervals that mean something; at most 100,000. */
  replications: number
  /** Of the intervals; 0.95 if left out. */
  confidence?: number
}

/** A scenario checked and laid out, ready to be run any number of times. */
export interface Prepared {
  readonly scenario: Scenario
  readonly line: Timeline
  readonly plan: IntakePlan
  readonly planned: Shifts
}

export const prepare = (scenario: Scenario): Prepared => {
  checkScenario(scenario)
  const line = layOutTimeline(scenario)
  return { scenario, line, plan: planIntake(scenario, line), planned: plannedShifts(scenario, line) }
}

/**
 * Runs the replications one after the other; `visit` sees each before its arrays are used again. Replication k of any two
 * scenarios draws from the same streams, so their differences can be taken pair by pair.
 */
export const replicate = ({ scenario, line, plan, planned }: Prepared, { seed, replications }: Experiment, visit: (intake: Intake, course: Course) => void): void => {
  whole('seed', seed, { max: Number.MAX_SAFE_INTEGER })
  whole('replications', replications, { min: 1, max: 100_000 })
  const steps = replications * stepsOf(scenario, line, plan)
  if (steps > MOST_STEPS) throw invalid('replications', `So many replications of so much work would be ${steps.toExponential(0)} steps.`, 'Use fewer replications, weeks or reviewers, or rates as they really are.')
  const intake = new Intake(), course = new Course()
  const drawn = { from: new Float64Array(planned.from.length), to: new Float64Array(planned.to.length), leaves: new Uint8Array(planned.leaves.length) }
  for (let replication = 0; replication < replications; replication++) {
    drawIntake(plan, intake, seed, replication)
    run(scenario, plan, intake, drawShifts(scenario, line, planned, drawn, seed, replication), course)
    visit(intake, course)
  }
}

/** A step is one reviewer looked at for one review, about ten nanoseconds. */
const MOST_STEPS = 2e9

/** Steps of one replication, about. */
const stepsOf = ({ tiers, reviewers, waves = [], known = [] }: Scenario, line: Timeline, plan: IntakePlan): number => {
  const extra = waves.reduce((sum, { requests }) => sum + requests, known.length)
  const reviews = tiers.reduce((sum, { rework }, tier) => sum + (plan.tiers[tier]!.expected[line.days]! + extra) / (1 - (rework?.share ?? 0)), 0)
  const spells = reviewers.some(({ sickness }) => sickness) ? line.days : 0
  return reviewers.length * (reviews + spells)
}
