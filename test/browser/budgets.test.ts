import { afterAll, beforeAll, expect, test } from 'vitest'
import { answers, forTeam } from '../db/solutions-world.ts'
import { budget, firstVisit, type FirstVisit, opened, weightOf } from './first-visit.ts'
import { ask, speakAs } from './reviewing.ts'
import { openSite, type Site } from './site.ts'

let site: Site
/** What each page asked for while the company had a handful of solutions. */
const before = new Map<string, FirstVisit>()
const pages = opened('SOL-0002')
const nameOf = ({ path, person }: (typeof pages)[number]) => `${path} for ${person ?? 'a visitor'}`

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

test.each(pages)('a first visit to $path ($person) stays within its budget, and asks nobody but this server', async page => {
  const visit = await firstVisit(site, page)
  before.set(nameOf(page), visit)
  expect(weightOf(visit)).toBeLessThanOrEqual(budget.weight)
  expect(visit.asked.length, visit.asked.join('\n')).toBeLessThanOrEqual(budget.requests)
  expect(visit.complaints).toEqual([])
})

test('no page asks more often for longer lists, and no page of a list grows beyond its budget', async () => {
  const { page, close } = await site.visit()
  await speakAs(page, 'priya-raman')
  for (let n = 0; n < 55; n++) {
    const words = { name: 'Ü'.repeat(116) + n, purpose: '字'.repeat(1_000), facts: forTeam, answers }
    const { key, version } = await ask<{ key: string; version: number }>(page, 'POST', '/api/solutions', words, {
      'idempotency-key': crypto.randomUUID(),
    })
    await ask(page, 'POST', `/api/solutions/${key}/submission`, { note: null }, { 'if-match': `"${version}"` })
  }
  for (const [person, path] of [
    ['priya-raman', '/api/solutions?limit=50'],
    ['hanna-lindqvist', '/api/solutions?limit=50'],
    ['hanna-lindqvist', '/api/reviews?limit=50'],
    ['amelia-hart', '/api/findings?state=open&limit=50'],
    ['yusuf-demir', '/api/ledger/entries?limit=50'],
  ] as const) {
    await speakAs(page, person)
    const answer = await page.request.get(path)
    expect(answer.ok(), path).toBe(true)
    expect((await answer.body()).length, path).toBeLessThanOrEqual(budget.answer)
  }
  await close()
  for (const each of pages) {
    const { asked } = await firstVisit(site, each)
    // What is asked for again because something changed meanwhile is no question of its own.
    const questions = new Set(asked)
    expect(questions.size, [...questions].join('\n')).toBeLessThanOrEqual(new Set(before.get(nameOf(each))?.asked).size)
  }
}, 180_000)
