import { answers, forTeam } from '../db/solutions-world.ts'
import { ask, openReviews, speakAs } from './reviewing.ts'
import type { Site } from './site.ts'

/** What the demo does not hold, and what pages need that have a field for it. */
export interface Arranged {
  /** The key of a review of tier 3, which nobody has begun. */
  review: string
  /** The key of a review in which a question waits for an answer. */
  asked: string
  /** The key of a solution that nobody submitted yet. */
  draft: string
  /** The id of a proposal that waits for a second person. */
  proposal: string
  /** The key of a stop in force, of a unit that runs nothing. */
  stop: string
  /** The key of an open incident. */
  incident: string
  /** The id of an endpoint. */
  endpoint: string
}

const once = () => ({ 'idempotency-key': crypto.randomUUID() })

/** A review, another with a question, a draft, a proposal, a stop, an incident, an endpoint, and a waiver that was asked for. */
export const arrange = async (site: Site): Promise<Arranged> => {
  const { controlled, first, reviewer } = await openReviews(site)
  const { page, close } = await site.visit()
  await speakAs(page, reviewer)
  const { version } = await ask<{ version: number }>(page, 'GET', `/api/reviews/${first}`)
  const question = { text: 'Who reads what it sorts?', facts: [] }
  await ask(page, 'POST', `/api/reviews/${first}/questions`, question, { 'if-match': `"${version}"` })
  await speakAs(page, 'priya-raman')
  const idea = { name: 'Delivery notes in order', purpose: 'Puts delivery notes in the order of their dates.', facts: forTeam, answers }
  const { key } = await ask<{ key: string }>(page, 'POST', '/api/solutions', idea, once())
  const endsOn = Temporal.Now.plainDateISO().add({ days: 30 }).toString()
  const waiver = { solution: 'SOL-0002', what: 'recertification-date', reason: 'The owner is on leave.', endsOn, language: 'en' }
  await ask(page, 'POST', '/api/waivers', waiver, once())
  await speakAs(page, 'grace-mbeki')
  const target = { target: 'erp.internal:443', note: 'Orders are kept there.' }
  const { id } = await ask<{ id: string }>(page, 'POST', '/api/proposals/private-targets', target, once())
  const receiver = { kind: 'webhook', name: 'Service desk', address: 'https://desk.example.com/hook', groups: ['tools'] }
  const { endpoint } = await ask<{ endpoint: { id: string } }>(page, 'POST', '/api/endpoints', receiver)
  await speakAs(page, 'daniel-okoye')
  const stopped = { kind: 'unit', target: 'internal-audit', because: 'Nobody knows yet what it reads.' }
  const stop = await ask<{ key: string }>(page, 'POST', '/api/stops', stopped, once())
  const told = {
    title: 'Letters in a shared folder',
    whatHappened: 'Somebody saw them there.',
    severity: 'serious',
    stops: [],
    solutions: [],
  }
  const noticedAt = Temporal.Now.instant().subtract({ hours: 1 }).toString()
  const incident = await ask<{ key: string }>(page, 'POST', '/api/incidents', { ...told, noticedAt }, once())
  await close()
  return { review: controlled, asked: first, draft: key, proposal: id, stop: stop.key, incident: incident.key, endpoint: endpoint.id }
}
