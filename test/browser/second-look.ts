import type { Page } from 'playwright'
import { answers, harmless } from '../db/solutions-world.ts'
import { ask, speakAs } from './reviewing.ts'

interface Listed {
  key: string
  purpose: string
  subject: { name: string }
}

const once = () => ({ 'idempotency-key': crypto.randomUUID() })

/** Two people adopt the charter in force with one difference: every solution of tier 1 is drawn. */
const drawAll = async (page: Page): Promise<void> => {
  await speakAs(page, 'amelia-hart')
  const { digest: inForce } = await ask<{ digest: string }>(page, 'GET', '/api/charter')
  const { documents } = await ask<{ documents: Record<string, string> }>(page, 'GET', `/api/charter/versions/${inForce}`)
  const drawing = {
    ...documents,
    'charter.yaml': documents['charter.yaml']?.replace(/^version: .*$/mu, 'version: "2026.99"'),
    'audit.yaml': documents['audit.yaml']?.replace(/tier1Percent: \d+/u, 'tier1Percent: 100'),
  }
  const proposed = { documents: drawing, note: 'So that each one is looked at again.' }
  const { id, digest, version } = await ask<{ id: string; digest: string; version: number }>(
    page,
    'POST',
    '/api/proposals/charters',
    proposed,
    once(),
  )
  await speakAs(page, 'daniel-okoye')
  await ask(page, 'POST', `/api/proposals/${id}/adoption`, { digest }, { 'if-match': `"${version}"` })
}

/** A solution of tier 1 goes ahead and is drawn. @returns the key of the review that looks at it again. */
export const openSecondLook = async (page: Page): Promise<string> => {
  await drawAll(page)
  await speakAs(page, 'priya-raman')
  const idea = { name: 'Reminders for myself', purpose: 'Reminds its maker of what is due.', facts: harmless, answers }
  const { key, version } = await ask<{ key: string; version: number }>(page, 'POST', '/api/solutions', idea, once())
  await ask(page, 'POST', `/api/solutions/${key}/submission`, { note: null }, { 'if-match': `"${version}"` })
  await speakAs(page, 'hanna-lindqvist')
  const { reviews } = await ask<{ reviews: Listed[] }>(page, 'GET', '/api/reviews?limit=100')
  // Of the demo's own approvals a few are drawn too, others each time.
  const look = reviews.find(({ purpose, subject }) => purpose === 'second-look' && subject.name === idea.name)
  if (!look) throw new Error(`Nobody looks again at ${key}.`)
  return look.key
}
