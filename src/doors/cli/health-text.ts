import type { z } from 'zod'
import type { HealthShown } from '#src/capabilities/health/index.ts'

type Checks = z.output<HealthShown['output']>['checks']

/** Whether nothing about an installation needs a person. */
export const isWell = (checks: Checks): boolean => checks.every(({ well }) => well)

/** What needs attention as the doctor's lines; of jobs their own lines say it. */
export const healthText = (checks: Checks): [string, string][] =>
  checks.filter(({ check, well }) => !well && check !== 'jobs').map(({ says, remedy }) => ['Attention', `${says} ${remedy ?? ''}`.trim()])
