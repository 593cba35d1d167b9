import type { Credential } from '#src/kernel/operation.ts'
import type { ExitSettings } from '#src/outbound/index.ts'
import { freshInstallation, movableClock } from '../harness.ts'

/** What most ideas have in common: every question is answered, and nothing of it raises a tier. */
export const harmless = {
  kind: 'automation-flow',
  tools: ['flow-builder'],
  audience: 'only-me',
  dataClasses: ['public'],
  integrations: ['none'],
  externalContent: false,
  movesMoney: false,
  writesCodeOrSettings: false,
  sendsAs: 'nothing',
  peopleTalkToIt: 'none',
  decisionImpact: ['none'],
  decidesAboutIndividuals: ['none'],
  vulnerablePeople: false,
  regulatedUses: ['none'],
  autonomy: 'assists',
  syntheticMedia: ['text'],
}
export const forTeam = { ...harmless, audience: 'my-team', dataClasses: ['internal'] }
export const controlled = { ...forTeam, dataClasses: ['customer-pii'] }
/** What flows and apps are asked besides; nobody looks at one without. */
export const answers = {
  'What starts it, and how often?': 'Each mail.',
  'Who else could change it if you were away?': 'Our team lead.',
}
export const benefit = { kind: 'time', perMonth: 8, unit: 'hours', baseline: 20, how: 'Timed for a week.' }

export interface Shown {
  id: string
  key: string
  version: number
  state: string
  tier: number
  verdict: string
  name: string
  expiresAt: string | null
  owner: { id: string }
  facts: Record<string, unknown>
  approved: { number: number; state: string; digest: string; facts: Record<string, unknown> } | null
  draft: { number: number; state: string; digest: string } | null
  review: { key: string; purpose: string; state: string } | null
  conditions: { id: string; version: number; state: string; needed: string }[]
  offers: { id: string; version: number; role: string }[]
  stopped: { by: { name: string }; because: string; rule: string | null } | null
  standing: { expired: boolean; expiresInDays: number | null; ownerGoneSince: string | null; handoverOpen: boolean }
  standsInTheWay: { reason: string; field?: string }[]
  history: { type: string }[]
}

interface ReviewShown {
  key: string
  version: number
  digest: string
  purpose: string
  state: string
  outcome: string | null
  signOffs: { role: string; state: string }[]
  checklists: { role: string; items: { id: string }[] }[]
  you: { maySign: string[] }
}

/** Who gives which sign-off in the demo's company. */
const offices: Readonly<Record<string, string>> = {
  coe: 'hanna-lindqvist',
  'it-security': 'daniel-okoye',
  legal: 'mei-lin-chou',
  'change-management': 'tomas-novak',
}

/** A demo company in which solutions live their lives, on a clock that stands still until it is moved. */
export const openSolutions = async (start = '2026-11-23T09:00:00Z', exit?: () => ExitSettings) => {
  const clock = movableClock(start)
  const guildhall = await freshInstallation({ clock, ...(exit && { exit }) })
  const signedIn = new Map<string, Credential>()
  let serial = 0
  const as = async (person: string): Promise<Credential> => {
    const known = signedIn.get(person) ?? (await guildhall.as(person))
    signedIn.set(person, known)
    return known
  }
  const ask = async <T = Shown>(name: string, input: Record<string, unknown>, person: string): Promise<T> => {
    const operation = guildhall.program.named(name)
    const once = operation.once ? { requestId: `solutions-test-${(serial += 1)}` } : {}
    return (await guildhall.run(operation, { ...once, ...input }, await as(person))).output as T
  }
  const show = (key: string, person = 'hanna-lindqvist') => ask('show-solution', { key }, person)
  const world = {
    ...guildhall,
    db: guildhall.store.db,
    clock,
    ask,
    as,
    show,
    /** Moves time on; sign-ins of before have ended. */
    move(duration: Temporal.DurationLike) {
      clock.move(duration)
      signedIn.clear()
    },
    register: (facts: Record<string, unknown>, person = 'priya-raman', change: Record<string, unknown> = {}) =>
      ask<Shown & { cost: string }>(
        'register-solution',
        { name: 'Claims sorting', purpose: 'Sorts claims.', facts, benefit, answers, ...change },
        person,
      ),
    /** An operation on a solution as it stands now. */
    async on<T = Shown>(key: string, name: string, person: string, input: Record<string, unknown> = {}): Promise<T> {
      const { version } = await show(key)
      return ask<T>(name, { key, version, ...input }, person)
    },
    async edit(key: string, facts: Record<string, unknown>, person = 'priya-raman', change: Record<string, unknown> = {}) {
      return world.on<Shown & { cost: string; dropped: string | null }>(key, 'edit-solution', person, {
        name: 'Claims sorting',
        purpose: 'Sorts claims.',
        facts,
        ...change,
      })
    },
    submit: (key: string, person = 'priya-raman') =>
      world.on<Shown & { review: { key: string; purpose: string; promisedBy: string } | null }>(key, 'submit-solution', person),
    async acceptStandards(person: string) {
      const { digest } = await ask<{ digest: string }>('show-standards', {}, person)
      const { name } = await world.db.selectFrom('person').select('name').where('id', '=', person).executeTakeFirstOrThrow()
      await ask('accept-standards', { name, standards: digest }, person)
    },
    review: (key: string, person: string) => ask<ReviewShown>('show-review', { review: key }, person),
    /** One role's word on a review as it stands. */
    async sign(key: string, role: string, decision: 'approve' | 'return' | 'reject', more: Record<string, unknown> = {}, by?: string) {
      const person = by ?? offices[role] ?? ''
      if (role === 'change-management' && decision === 'approve') {
        const { version } = await world.review(key, person)
        const change = { from: '2026-12-01T09:00:00Z', to: '2026-12-01T12:00:00Z', back: 'Switch it off.', affected: 'The team.' }
        await ask('record-change', { review: key, version, ...change }, person)
      }
      const { version, digest, checklists } = await world.review(key, person)
      const items = checklists.filter(each => each.role === role).flatMap(({ items }) => items)
      const answers = decision === 'approve' ? Object.fromEntries(items.map(({ id }) => [id, 'yes'])) : {}
      const reason = decision === 'approve' ? null : 'Look at this again.'
      return ask<ReviewShown>('sign-off-review', { review: key, role, version, digest, decision, answers, reason, ...more }, person)
    },
    /** Every open sign-off of a solution's open review. */
    async approve(key: string, more: Record<string, unknown> = {}): Promise<void> {
      const { review } = await show(key)
      if (!review) throw new Error(`${key} has no open review.`)
      const { signOffs } = await world.review(review.key, 'hanna-lindqvist')
      for (const { role, state } of signOffs) if (state === 'open') await world.sign(review.key, role, 'approve', more)
    },
    /** A solution that runs. */
    async running(facts: Record<string, unknown>, person = 'priya-raman'): Promise<string> {
      const { key } = await world.register(facts, person)
      const { review } = await world.submit(key, person)
      if (review) await world.approve(key)
      await world.on(key, 'go-live', person)
      return key
    },
  }
  return world
}

export type Solutions = Awaited<ReturnType<typeof openSolutions>>
