import { sql } from 'kysely'
import { at } from '#src/store/index.ts'
import { adoptCharter, bringToolBack, everySecondLook, standardsWith, takeLeave, withdrawTool } from './findings-people.ts'
import type { NamedStep, Step } from './solution-walk.ts'
import { onSolution, solutionFor, tried } from './solution-walk.ts'
import type { Solutions } from './solutions-world.ts'
import { controlled, forTeam } from './solutions-world.ts'

/** To the moment for which a subject is watched that comes next, or a second beside it. */
export const waitUntilAnAnswerChanges: Step = async ({ world, pick }) => {
  const now = world.clock.now()
  const { rows } = await sql<{ next: Temporal.Instant }>`
    select next_change_at as next from watch
    where subject_kind = ${pick(['review', 'solution'])} and next_change_at > ${at(now)} order by next_change_at limit 1`.execute(world.db)
  const [first] = rows
  if (!first) return 'no'
  world.move(now.until(first.next.add({ seconds: pick([-1, 0, 1]) })))
  return 'yes'
}

const leave: Step = async walk => {
  const key = await solutionFor(walk, ['active', 'suspended', 'approved'])
  if (key === undefined) return 'no'
  const what = walk.pick(['entry-expired', 'audit-date', 'baseline-date', 'security-checklist-item'])
  const days = walk.pick([1, 10, 60])
  const last = walk.world.clock.now().toZonedDateTimeISO('UTC').toPlainDate().add({ days })
  return tried(() => takeLeave(walk.world, key, what, last.toString()))
}

let adopted = 0
/** Standards that nobody accepted yet, and second looks at everything. */
export const adoptAnother = (world: Solutions): Promise<void> => {
  const label = `walk-${(adopted += 1)}`
  return adoptCharter(world, label, everySecondLook, standardsWith(`These are those of ${label}.`))
}

const often = (times: number, name: string, step: Step): NamedStep[] => Array.from({ length: times }, () => ({ name, step }))
/** A change beside what runs is under review; whoever looks finds out that what it makes leaves the company, or that it does not. */
const find: Step = async walk => {
  const key = await solutionFor(walk, ['active', 'approved'])
  if (key === undefined) return 'no'
  const { world, pick } = walk
  const { owner } = await world.show(key)
  return tried(async () => {
    await world.edit(key, { ...forTeam, integrations: pick([['none'], ['work-management'], ['crm']]) }, owner.id)
    await world.submit(key, owner.id)
    const reviewer = pick(['hanna-lindqvist', 'daniel-okoye'])
    await world.on(key, 'rule-on-fact', reviewer, { fact: 'externalContent', value: pick([true, true, false]), reason: 'Seen in the log.' })
  })
}

/** It may run, and something has to be done until a day. */
const runOnACondition: Step = ({ world, solutions, pick }) =>
  tried(async () => {
    const { key } = await world.register(controlled, 'jonas-weber')
    await world.submit(key, 'jonas-weber')
    const dueOn = world.clock
      .now()
      .toZonedDateTimeISO('UTC')
      .toPlainDate()
      .add({ days: pick([1, 7, 30]) })
    await world.approve(key, { conditions: [{ text: 'Add a log.', needed: 'after', dueOn: dueOn.toString() }] })
    solutions.push(key)
  })

/** Something is to be done about an incident until a day; now and then somebody does it. */
const beBusy: Step = ({ world, pick }) =>
  tried(async () => {
    const who = 'daniel-okoye'
    const { rows } = await sql<{ id: string; version: number }>`
      select id, version from incident_action where done_at is null order by due_on`.execute(world.db)
    if (rows.length > 0 && pick([true, false])) {
      const { id: action, version } = pick(rows)
      await world.ask('complete-incident-action', { action, version }, who)
      return
    }
    const told = { title: 'Odd mails', whatHappened: 'Odd mails.', severity: 'minor', noticedAt: world.clock.now().toString() }
    const { key: incident } = await world.ask('open-incident', told, who)
    const dueOn = world.clock
      .now()
      .toZonedDateTimeISO('UTC')
      .toPlainDate()
      .add({ days: pick([1, 7, 30]) })
    await world.ask('add-incident-action', { incident, what: 'Look into them.', owner: 'jonas-weber', dueOn: dueOn.toString() }, who)
  })

const eyes = 'hanna-lindqvist'

/** Content wants to leave, and is read, waved through, or decided by a machine. */
const lookAtContent: Step = async walk => {
  const key = await solutionFor(walk, ['active'])
  if (key === undefined) return 'no'
  const { world, pick } = walk
  const { owner } = await world.show(key)
  return tried(async () => {
    const { version } = await world.ask<{ version: number }>('show-content-step', { key }, owner.id)
    if (version === 0) await world.ask('name-content-reviewers', { key, version, reviewers: [eyes], deadlineMinutes: 240 }, owner.id)
    const letter = { solution: key, content: 'Dear Ms Keller', kind: 'mail', recipient: 'customer' }
    const { id } = await world.ask<{ id: string }>('submit-content', letter, owner.id)
    const how = pick(['read', 'waved through', 'by a machine'])
    if (how === 'by a machine') {
      const flow = { name: 'A flow', effects: ['read', 'write'], operations: null, days: 30 }
      const { secret } = await world.ask<{ secret: string }>('make-token', flow, eyes)
      await world.run(world.program.named('reject-content'), { id, reason: 'By rule.' }, { kind: 'token', secret })
      return
    }
    if (how === 'read') {
      await world.ask('open-content-review', { id }, eyes)
      world.move({ minutes: 1 })
    }
    await world.ask('approve-content', { id, content: null }, eyes)
  })
}

/** What rules look at besides the lives of solutions, and time that goes to where an answer changes. */
export const findingSteps: readonly NamedStep[] = [
  ...often(5, 'wait until an answer changes', waitUntilAnAnswerChanges),
  ...often(3, 'take leave', leave),
  ...often(1, 'withdraw a tool', ({ world }) => tried(() => withdrawTool(world, 'app-builder'))),
  ...often(1, 'bring a tool back', ({ world }) => tried(() => bringToolBack(world, 'app-builder'))),
  ...often(1, 'adopt a charter', ({ world }) => tried(() => adoptAnother(world))),
  ...often(2, 'find what leaves the company', find),
  ...often(1, 'run on a condition', runOnACondition),
  ...often(1, 'have something to do about an incident', beBusy),
  ...often(2, 'have content looked at', lookAtContent),
  ...often(
    3,
    'confirm',
    onSolution('recertify-solution', () => ({ unchanged: true }), ['active']),
  ),
]
