import type { Page } from 'playwright'
import { answers, controlled as ofCustomers, forTeam } from '../db/solutions-world.ts'
import type { Site } from './site.ts'

export interface OpenReviews {
  /** A review of tier 2 with one sign-off, by its subject's name, and whoever has it. */
  name: string
  reviewer: string
  /** Its key. */
  first: string
  /** The key of a review of tier 3, which nobody has begun. */
  controlled: string
}

/** Speaks as one of the demo's people from now on. */
export const speakAs = async (page: Page, person: string): Promise<void> => {
  if (page.url() === 'about:blank') await page.goto('/')
  await ask(page, 'POST', '/api/session', { person })
}

/** Asks the API as the page would, with its session. */
export const ask = async <T>(
  page: Page,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> => {
  const answer = await page.evaluate<{ ok: boolean; text: string }>(`(async () => {
    const answer = await fetch(${JSON.stringify(path)}, ${JSON.stringify({
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })})
    return { ok: answer.ok, text: await answer.text() }
  })()`)
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.text}`)
  return JSON.parse(answer.text) as T
}

/**
 * Has what changed looked at now, instead of within the minute; the page speaks as somebody else afterwards. A sweep hears of what the
 * ledger has sealed, so whatever was done before has to be.
 */
export const beginSweep = async (page: Page): Promise<void> => {
  await speakAs(page, 'yusuf-demir')
  const isSealed = async (): Promise<boolean> => {
    const { entries } = await ask<{ entries: { sealed: boolean }[] }>(page, 'GET', '/api/ledger/entries')
    return entries.every(({ sealed }) => sealed)
  }
  while (!(await isSealed())) await page.waitForTimeout(100)
  await speakAs(page, 'grace-mbeki')
  await ask(page, 'POST', '/api/jobs', { kind: 'sweep-changes' }, { 'idempotency-key': crypto.randomUUID() })
}

/** Two of Priya Raman's solutions, sent for review. */
export const openReviews = async (site: Site): Promise<OpenReviews> => {
  const { page, close } = await site.visit()
  await speakAs(page, 'priya-raman')
  const submitted = async (name: string, facts: object): Promise<string> => {
    const body = {
      name,
      purpose: 'Sorts the returns that suppliers announce by mail.',
      facts,
      answers,
    }
    const { key } = await ask<{ key: string }>(page, 'POST', '/api/solutions', body, { 'idempotency-key': crypto.randomUUID() })
    const { version } = await ask<{ version: number }>(page, 'GET', `/api/solutions/${key}`)
    const headers = { 'if-match': `"${version}"` }
    const { review } = await ask<{ review: { key: string } }>(page, 'POST', `/api/solutions/${key}/submission`, { note: null }, headers)
    return review.key
  }
  const name = 'Returns inbox sorting'
  const first = await submitted(name, forTeam)
  const controlled = await submitted('Customer letter drafts for Rindfleischetikettierungsüberwachungsaufgaben', ofCustomers)
  const { signOffs } = await ask<{ signOffs: { assignee: { id: string } | null }[] }>(page, 'GET', `/api/reviews/${first}`)
  await close()
  return { name, first, controlled, reviewer: signOffs[0]?.assignee?.id ?? 'hanna-lindqvist' }
}
