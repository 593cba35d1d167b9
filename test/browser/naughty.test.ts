import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answers, forTeam } from '../db/solutions-world.ts'
import { becameMore, lines, together } from './naughty.ts'
import { ask, speakAs } from './reviewing.ts'
import { openSite, settled, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

test('each of them is a name that everybody reads letter by letter, in every list, on paper and in a table for spreadsheets', async () => {
  const { page, complaints, close } = await site.visit()
  await speakAs(page, 'priya-raman')
  const keys: string[] = []
  for (const name of lines) {
    const { key, version } = await ask<{ key: string; version: number }>(
      page,
      'POST',
      '/api/solutions',
      { name, purpose: together, facts: forTeam, answers: Object.fromEntries(Object.keys(answers).map(asked => [asked, together])) },
      { 'idempotency-key': crypto.randomUUID() },
    )
    keys.push(key)
    await ask(page, 'POST', `/api/solutions/${key}/submission`, { note: together }, { 'if-match': `"${version}"` })
  }
  const { review } = await ask<{ review: { key: string } }>(page, 'GET', `/api/solutions/${keys[0]}`)
  const wrong: string[] = []
  for (const [person, path, names] of [
    ['priya-raman', '/my-solutions', lines],
    ['hanna-lindqvist', '/solutions', lines],
    ['hanna-lindqvist', '/reviews', lines],
    ['hanna-lindqvist', `/solutions/${keys[0]}`, lines.slice(0, 1)],
    ['hanna-lindqvist', `/reviews/${review.key}`, lines.slice(0, 1)],
    ['amelia-hart', '/', []],
    ['yusuf-demir', '/ledger', []],
  ] as const) {
    await speakAs(page, person)
    await page.goto(path)
    await settled(page)
    const shown = await page.evaluate<string>('document.querySelector("main").textContent')
    wrong.push(...names.filter(name => !shown.includes(name.trim())).map(name => `${path} does not show ${name}`))
    wrong.push(...(await becameMore(page)).map(what => `${path}: ${what}`))
  }
  expect(wrong).toEqual([])
  await speakAs(page, 'hanna-lindqvist')
  const { csv } = await ask<{ csv: string }>(page, 'GET', '/api/solutions/export')
  expect(csv).toContain("'=cmd|")
  const cells = parse(csv).flat()
  expect(cells).toEqual(expect.arrayContaining(lines.filter(name => !name.startsWith('=')).map(name => name.trim())))
  expect(cells.filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  expect(complaints).toEqual([])
  await close()
}, 120_000)
