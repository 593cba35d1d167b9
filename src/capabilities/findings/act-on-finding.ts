import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import { actorId } from '#src/kernel/actor.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { id } from '#src/kernel/text.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { onlyTheProgram } from '../permissions.ts'
import { daysFrom, lockSolutionById } from '../registry/index.ts'
import { stop } from '../stewardship/index.ts'
import { day } from './contract.ts'
import { whySpared } from './effect.ts'
import { actedIn, insertEffect, wasActedOn } from './effect-store.ts'
import { gatherSolutions } from './gather-solutions.ts'
import { actingRules } from './rules.ts'
import * as said from './said.ts'
import { effectOf, lockRule } from './settings.ts'
import { findingById, lockFinding } from './store.ts'
import { positionNow, timeToJudgeBy } from './watch-store.ts'

/**
 * Does what a rule does about one finding, once. The solution is held first, as wherever it is changed; then everything is asked
 * anew of what is held: whether the rule still finds it, leave, whoever was asked, the rule’s setting and its cap. Acts of one rule
 * wait for each other at its setting, so that no cap is passed by two at a time.
 */
export const actOnFinding = (charters: Charters) =>
  operation({
    name: 'act-on-finding',
    summary: 'Do what a rule does by itself about what it found, unless something spares it.',
    effect: 'write',
    input: z.strictObject({ finding: id(), night: day() }),
    output: z.object({ solution: z.string() }),
    allows: onlyTheProgram,
    async run({ finding: asked, night }, { actor, db, now: clock, record, send }) {
      const about = await findingById(db, asked)
      const rule = actingRules.find(({ id }) => id === about?.rule)
      const solution = about && (await lockSolutionById(db, about.subjectId))
      const finding = await lockFinding(db, asked)
      if (!rule || !solution || !finding) throw nothingToDo()
      const setting = await lockRule(db, rule.id)
      if (!setting || effectOf(new Map([[rule.id, setting]]), rule.id) !== 'on') throw nothingToDo()
      const now = timeToJudgeBy(await positionNow(db), clock)
      const charter = await charters.inForce(db)
      const [subject] = await gatherSolutions(charters, db, [solution.id])
      if (!subject) throw nothingToDo()
      const considered = { subject, finding, acted: await wasActedOn(db, finding.id) }
      if (whySpared(rule, considered, { charter, calendar: calendarOf(charter), now })) throw nothingToDo()
      if (((await actedIn(db, night)).get(rule.id) ?? 0) >= setting.effectCap) throw capReached(setting.effectCap)

      const { because, does } = rule.effect
      const by = actorId(actor)
      const stopped = await stop({ db, now: clock, record, send }, solution, { by, human: by, because, rule: rule.id })
      const undoUntil = daysFrom(charter, clock, charter.documents['calendar.yaml'].undoRetirementDays)
      const effect = { rule: rule.id, does, findingId: finding.id, solutionId: solution.id, solutionVersion: stopped.version }
      record(said.acted(await insertEffect(db, { ...effect, night, undoUntil }, clock)))
      return { solution: solution.id }
    },
  })

const nothingToDo = () => refuse('conflict', 'nothing-to-act-on', 'Nothing is done about this any more.', 'There is nothing to do.')

const capReached = (cap: number) =>
  refuse(
    'conflict',
    'cap-reached',
    `The rule acted ${cap} times this night, as often as it may.`,
    'Look at what is held back, then set its cap.',
  )
