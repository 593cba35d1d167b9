import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { isUnderWay } from '../jobs/index.ts'
import { operation } from '../operation.ts'
import { onlyTheProgram } from '../permissions.ts'
import { placeOf } from './effect-store.ts'
import { foresee, nightOf } from './foresee.ts'
import { actingRules } from './rules.ts'
import { effectOf, settingsNow } from './settings.ts'
import { positionNow, timeToJudgeBy } from './watch-store.ts'

/** How many findings one step of a night goes through. */
const FEW = 200

const place = z.object({ foundAt: z.string().max(60), id: z.string().max(60) })

export const listEffectsDue = (charters: Charters) =>
  operation({
    name: 'list-effects-due',
    summary: 'A page of findings that rules which act by themselves act on now.',
    effect: 'read',
    input: z.strictObject({ after: place.nullable(), behind: z.string().max(60).describe('The job that has to be over before.') }),
    output: z.object({
      waits: z.boolean().describe('Whether that job is still at work.'),
      night: z.string(),
      rules: z.array(z.string()),
      due: z.array(z.object({ finding: z.string(), rule: z.string() })),
      next: place.nullable(),
    }),
    allows: onlyTheProgram,
    async run({ after, behind }, { db, now: clock }) {
      const now = timeToJudgeBy(await positionNow(db), clock)
      const settings = await settingsNow(db)
      const rules = actingRules.filter(({ id }) => effectOf(settings, id) === 'on')
      const foreseen = await foresee({ charters, db, now }, rules, after, FEW)
      const last = foreseen.at(-1)
      return {
        waits: await isUnderWay(db, behind),
        night: nightOf(await charters.inForce(db), now),
        rules: rules.map(({ id }) => id),
        due: foreseen.filter(({ spared }) => spared === null).map(({ finding, rule }) => ({ finding: finding.id, rule: rule.id })),
        next: foreseen.length === FEW && last ? placeOf(last.finding) : null,
      }
    },
  })
