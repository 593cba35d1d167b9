import { sweeping } from './findings-world.ts'
import { sign } from './solution-steps.ts'
import type { NamedStep, Step, Walk } from './solution-walk.ts'
import { holders, onSolution, people, reviewKeyOf, solutionFor, somebodyFor, tried } from './solution-walk.ts'
import { controlled, forTeam, harmless } from './solutions-world.ts'

const because = 'It is time.'

/** Asks for something about a solution, whatever its version: for what is done in a hurry or only once. */
const about =
  (
    name: string,
    person: (walk: Walk, key: string) => Promise<string>,
    input: (walk: Walk) => Record<string, unknown>,
    states?: readonly string[],
  ): Step =>
  async walk => {
    const key = await solutionFor(walk, states)
    if (key === undefined) return 'no'
    const by = await person(walk, key)
    return tried(() => walk.world.ask(name, { key, ...input(walk) }, by))
  }

const stoppers = ['daniel-okoye', 'ines-cardoso', 'hanna-lindqvist', 'luca-ferri', 'amelia-hart']
const stopper = ({ random, pick }: Walk): Promise<string> => Promise.resolve(random() < 0.8 ? pick(stoppers) : pick(people))

/** What was proposed to run again is decided by anybody, and mostly by somebody who could. */
const decideResumption =
  (name: 'adopt-proposal' | 'decline-proposal', kind = 'resume-solution'): Step =>
  async walk => {
    const rows = await walk.world.db
      .selectFrom('proposal')
      .select(['id', 'version', 'digest'])
      .where('kind', '=', kind)
      .where('state', '=', 'open')
      .execute()
    if (rows.length === 0) return 'no'
    const { id: proposal, version, digest } = walk.pick(rows)
    const more = name === 'adopt-proposal' ? { digest } : { note: 'Not like this.' }
    const by = await stopper(walk)
    return tried(() => walk.world.ask(name, { proposal, version, ...more }, by))
  }

const decideOffer =
  (name: string, more: Record<string, unknown> = {}): Step =>
  async walk => {
    const rows = await walk.world.db
      .selectFrom('handover')
      .select(['id', 'version', 'offeredTo', 'offeredBy'])
      .where('state', '=', 'offered')
      .execute()
    if (rows.length === 0) return 'no'
    const { id: offer, version, offeredTo, offeredBy } = walk.pick(rows)
    const meant = name === 'withdraw-handover' ? offeredBy : offeredTo
    return tried(() => walk.world.ask(name, { offer, version, ...more }, walk.random() < 0.7 ? meant : walk.pick(people)))
  }

const lookAgain: Step = async walk => {
  const rows = await walk.world.db
    .selectFrom('review')
    .select('number')
    .where('endedAt', 'is', null)
    .where('purpose', '=', 'second-look')
    .execute()
  if (rows.length === 0) return 'no'
  const review = reviewKeyOf(walk.pick(rows))
  const by = walk.random() < 0.8 ? walk.pick(Object.values(holders).flat()) : walk.pick(people)
  const facts = walk.pick([harmless, forTeam, controlled])
  return tried(async () => {
    const { version } = await walk.world.ask('show-second-look', { review }, by)
    await walk.world.ask('record-second-look', { review, version, facts, reason: 'Seen.' }, by)
  })
}

/** Mostly against a reviewer's no; those of the rules take rulings to come to a yes. */
const appeal: Step = async walk => {
  const rows = await walk.world.db
    .selectFrom('solution')
    .innerJoin('declaration', 'declaration.id', 'solution.draftId')
    .select(['solution.number', 'declaration.reviewId'])
    .where('declaration.state', 'in', ['refused', 'referred'])
    .where('declaration.appealedAt', 'is', null)
    .orderBy('solution.number')
    .execute()
  const reviewed = walk.random() < 0.8 ? rows.filter(({ reviewId }) => reviewId !== null) : rows
  if (reviewed.length === 0) return 'no'
  const key = `SOL-${String(walk.pick(reviewed).number).padStart(4, '0')}`
  const by = await somebodyFor(walk, key)
  return tried(() => walk.world.on(key, 'appeal-decision', by, { reason: 'It does not.' }))
}

const rarely =
  (share: number, step: Step): Step =>
  walk =>
    walk.random() < share ? step(walk) : Promise.resolve('no')

const actingRules = ['entry-expired', 'owner-gone', 'condition-late', 'tool-withdrawn']

/** Leave that somebody asks for, which mostly somebody gives who may. */
const leave: Step = async walk => {
  const solution = await solutionFor(walk, ['active'])
  if (solution === undefined) return 'no'
  const wish = { solution, what: walk.pick(['entry-expired', 'recertification-date', 'audit-date']), reason: because }
  const endsOn = walk.world.clock
    .now()
    .add({ hours: 24 * 60 })
    .toString()
    .slice(0, 10)
  const by = await somebodyFor(walk, solution)
  return tried(async () => {
    const { id, version } = await walk.world.ask<{ id: string; version: number }>('request-waiver', { ...wish, endsOn }, by)
    await walk.world.ask('grant-waiver', { id, version, note: because }, walk.pick(['luca-ferri', 'hanna-lindqvist']))
  })
}

/** The program lead lets a rule act, or no longer; the night runs as the job does it, now and then without its sweep. */
const setEffect: Step = ({ world, pick }) =>
  tried(async () => {
    const { rules } = await world.ask<{ rules: { rule: string; version: number; mode: string; cap: number | null }[] }>(
      'list-finding-rules',
      {},
      'amelia-hart',
    )
    const found = rules.find(({ rule }) => rule === pick(actingRules))
    const set = { effect: pick(['on', 'on', 'preview', 'off']), effectCap: pick([0, 1, 2, 20]) }
    if (found)
      await world.ask('set-finding-rule', { ...set, rule: found.rule, version: found.version, mode: 'on', cap: null }, 'amelia-hart')
  })

const night: Step = async ({ world, random }) => {
  const taken = async () => (await world.db.selectFrom('effect').select('id').execute()).length
  const before = await taken()
  const { incremental, full, work } = sweeping(world)
  if (random() < 0.7) await (random() < 0.5 ? full() : incremental())
  await work('act-on-findings')
  return (await taken()) > before ? 'yes' : 'no'
}

/** Mostly somebody’s who may, about something that was done lately. */
const undo: Step = async walk => {
  const rows = await walk.world.db.selectFrom('effect').select(['id', 'rule', 'night']).where('undoneAt', 'is', null).execute()
  if (rows.length === 0) return 'no'
  const { id: effect, rule, night } = walk.pick(rows)
  const by = await stopper(walk)
  const [name, input] = walk.random() < 0.6 ? ['propose-undo-effect', { effect }] : ['propose-undo-night', { rule, night }]
  return tried(() => walk.world.ask(name, { ...input, note: because }, by))
}

/** What happens to a no, and to what runs. */
export const stewardSteps: readonly NamedStep[] = [
  ...Array.from({ length: 2 }, () => ({ name: 'appeal', step: appeal })),
  ...Array.from({ length: 3 }, () => ({ name: 'uphold an appeal', step: sign('approve', 'appeal') })),
  { name: 'leave a no', step: rarely(0.5, sign('reject', 'appeal')) },
  ...Array.from({ length: 2 }, () => ({ name: 'look again', step: lookAgain })),
  { name: 'stop', step: about('stop-solution', stopper, () => ({ because }), ['active']) },
  { name: 'propose to resume', step: about('propose-resumption', stopper, () => ({ note: because }), ['suspended']) },
  ...Array.from({ length: 2 }, () => ({ name: 'resume', step: decideResumption('adopt-proposal') })),
  { name: 'decline to resume', step: rarely(0.5, decideResumption('decline-proposal')) },
  {
    name: 'offer',
    step: about('offer-handover', somebodyFor, ({ pick }) => ({
      role: pick(['owner', 'backup-owner'] as const),
      to: pick(people),
      note: because,
    })),
  },
  { name: 'accept an offer', step: decideOffer('accept-handover') },
  { name: 'decline an offer', step: rarely(0.5, decideOffer('decline-handover', { note: 'No time.' })) },
  { name: 'withdraw an offer', step: rarely(0.5, decideOffer('withdraw-handover')) },
  {
    name: 'retire',
    step: rarely(
      0.3,
      onSolution('retire-solution', () => ({ because })),
    ),
  },
  { name: 'take a retirement back', step: onSolution('undo-retirement', undefined, ['retired']) },
  { name: 'recertify', step: onSolution('recertify-solution', () => ({ unchanged: true }), ['approved', 'active']) },
  { name: 'give leave', step: leave },
  ...Array.from({ length: 2 }, () => ({ name: 'let a rule act', step: setEffect })),
  ...Array.from({ length: 2 }, () => ({ name: 'a night', step: night })),
  { name: 'propose to undo', step: undo },
  ...Array.from({ length: 2 }, () => ({ name: 'undo', step: decideResumption('adopt-proposal', 'undo-effects') })),
  {
    name: 'wait for weeks',
    step: rarely(0.05, walk => {
      walk.world.move({ hours: 24 * walk.pick([10, 40, 200]) })
      return Promise.resolve('yes')
    }),
  },
]

/** Something is stopped for everybody: mostly one solution, now and then a tool or a unit. */
const startStop: Step = async walk => {
  const key = await solutionFor(walk, ['active', 'approved'])
  if (key === undefined) return 'no'
  const [kind, target] = walk.pick([
    ['solution', key],
    ['solution', key],
    ['tool', 'flow-builder'],
    ['unit', walk.pick(['supplier-operations', 'operations', 'supply-planning'])],
  ] as const)
  const by = await stopper(walk)
  return tried(() => walk.world.ask('start-stop', { kind, target, because }, by))
}

const proposeLift: Step = async walk => {
  const rows = await walk.world.db.selectFrom('stop').select('number').where('liftedAt', 'is', null).execute()
  if (rows.length === 0) return 'no'
  const stop = `STOP-${String(walk.pick(rows).number).padStart(4, '0')}`
  const by = await stopper(walk)
  return tried(() => walk.world.ask('propose-lift', { stop, note: because }, by))
}

/** What is stopped for everybody, and lifted again. */
export const stopSteps: readonly NamedStep[] = [
  { name: 'stop for everybody', step: startStop },
  { name: 'propose to lift', step: proposeLift },
  ...Array.from({ length: 2 }, () => ({ name: 'lift', step: decideResumption('adopt-proposal', 'lift-stop') })),
]
