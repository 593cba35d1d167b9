import type { SettableClock } from '#src/kernel/clock.ts'
import type { Maker } from './company.ts'
import { readMakerDesk, readReviewerDesk } from './desk.ts'
import type { Door } from './door.ts'
import type { Intent, Today } from './intent.ts'
import { readOverview } from './overview.ts'
import { carryOut } from './person-acts.ts'
import { leadPlan, recommendationPlan, resumptionPlan, securityPlan } from './plan-lead.ts'
import { makerPlan } from './plan-maker.ts'
import { reviewerPlan } from './plan-reviewer.ts'
import type { Colleague } from './seen.ts'
import { soundLedger } from './seen.ts'
import type { Staff } from './staff.ts'
import { auditor, isAway, lead, reviewers } from './staff.ts'

/** Some are asked to look through the list of tools, once a week. */
const toolKeepers = ['luca-ferri', 'ines-cardoso']
const TUESDAY = 2

/** A day of each sort of people: they look, plan, and do what they planned. */
export const peopleDays = (door: Door, clock: SettableClock) => {
  /** Reviews of which somebody said that a condition is met: makers tell whoever set it. */
  const told = new Set<string>()

  const does = async ({ id }: { id: string }, intents: readonly Intent[]) => {
    for (const intent of intents) {
      // Whatever happens takes a little while.
      clock.set(clock.now().add({ seconds: 40 }))
      await carryOut(door, id, [intent])
    }
  }

  return {
    async maker(maker: Maker, today: Today, colleagues: readonly Colleague[]): Promise<void> {
      const me = colleagues.find(({ name }) => name === maker.name)
      if (me === undefined) return
      const goesThrough = today.date.dayOfWeek === 1 + (maker.name.length % 5)
      const desk = await readMakerDesk(door, maker, { me: me.id, colleagues, goesThrough })
      const intents = makerPlan(maker, desk, today)
      await does(me, intents)
      const met = intents.flatMap(intent => (intent.does === 'meet-condition' ? String(intent.with['condition']) : []))
      for (const { id, review } of desk.solutions.flatMap(({ page }) => page.conditions)) if (met.includes(id)) told.add(review)
    },

    async reviewer(reviewer: Staff, today: Today): Promise<void> {
      const keepsTools = today.date.dayOfWeek === TUESDAY && toolKeepers.includes(reviewer.id)
      const desk = await readReviewerDesk(door, reviewer, { told: [...told], keepsTools })
      for (const { key, conditions } of desk.toJudge)
        if (conditions.every(({ state }) => state !== 'met') || conditions.some(({ you }) => you.mayJudge)) told.delete(key)
      await does(reviewer, reviewerPlan(desk, today))
    },

    /** Those who keep the whole program in view. */
    async overseers(today: Today, colleagues: readonly Colleague[]): Promise<void> {
      const weekly = today.date.dayOfWeek === 1
      const desk = await readOverview(door, { colleagues, weekly })
      await does(lead, leadPlan(desk, today))
      if (weekly && today.date.day <= 7) await door.look(auditor.id, soundLedger, 'verify-ledger')
      const here = (office: Staff['office']) => reviewers.find(staff => staff.office === office && !isAway(staff, today.date))
      const [coe, security] = [here('coe'), here('it-security')]
      if (coe) await does(coe, [...resumptionPlan(desk, today), ...recommendationPlan(desk, today)])
      if (security) await does(security, securityPlan(desk, today))
    },
  }
}
