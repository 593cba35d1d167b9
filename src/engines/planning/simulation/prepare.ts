import { planIntake, type IntakePlan } from './intake-plan.ts'
import { lanesOf, type Lanes } from './lanes.ts'
import { checkScenario, type Scenario } from './scenario.ts'
import { plannedShifts, type Shifts } from './shifts.ts'
import { layOutTimeline, type Timeline } from './timeline.ts'

/** A scenario checked and laid out, ready to be run any number of times. */
export interface Prepared {
  readonly scenario: Scenario
  readonly line: Timeline
  readonly plan: IntakePlan
  readonly lanes: Lanes
  /** The shifts as planned, before anybody falls ill. */
  readonly planned: Shifts
}

/** @throws Refusal naming the first field that can't be simulated. */
export const prepare = (scenario: Scenario): Prepared => {
  checkScenario(scenario)
  const line = layOutTimeline(scenario)
  return { scenario, line, plan: planIntake(scenario, line), lanes: lanesOf(scenario), planned: plannedShifts(scenario, line) }
}
