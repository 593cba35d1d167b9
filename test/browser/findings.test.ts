import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginSweep, speakAs } from './reviewing.ts'
import { expectSoundInGerman, expectSoundPages, seenBy } from './every-page.ts'
import { openSite, settled, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
  const { page, close } = await site.visit()
  await beginSweep(page)
  await speakAs(page, 'amelia-hart')
  await page.goto('/findings?rule=tool-unowned')
  await page.locator('tbody tr').first().waitFor({ timeout: 60_000 })
  await close()
}, 120_000)
afterAll(() => site.close())

const rows = (page: Page) => page.locator('tbody tr')

test('a finding is taken from the list with one key, handed back with one button, and its history says so', async () => {
  const { page, complaints, close } = await site.visit()
  await speakAs(page, 'hanna-lindqvist')
  await page.goto('/findings?view=unassigned&rule=tool-unowned')
  await rows(page).first().waitFor()
  // Tools are called by their names once the list of tools is there.
  await settled(page)
  const before = await rows(page).count()
  await page.keyboard.press('j')
  const about = (await page.locator('tr:focus-within td').first().innerText()).trim()
  await page.keyboard.press('m')
  await page.getByText(`You work on ${about} now`).waitFor()
  await expect.poll(() => rows(page).count()).toBe(before - 1)

  await page.goto('/findings?view=mine')
  await page.locator('tbody th a').first().click()
  await page.getByRole('heading', { level: 1, name: `Tool without an owner: ${about}` }).waitFor()
  await page.getByText('Handed to somebody, or to nobody').waitFor()
  await page.getByRole('button', { name: 'Give it back' }).click()
  await page.getByRole('button', { name: 'Take it' }).waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('putting a finding off asks for a day and a reason, and moves it to what is put off', async () => {
  const { page, close } = await site.visit()
  await speakAs(page, 'hanna-lindqvist')
  await page.goto('/findings?rule=tool-unreviewed')
  await page.locator('tbody th a').first().click()
  await page.getByRole('button', { name: 'Put it off' }).click()
  await page.getByRole('button', { name: 'Put it off' }).click()
  await page.getByRole('alert').waitFor()
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('Until which day?').fill(day)
  await page.getByLabel('Why can it wait?').fill('The vendor moves its data centre next week.')
  await page.getByRole('button', { name: 'Put it off' }).click()
  await page.getByText('It is put off.').waitFor()
  await page.goto('/findings?view=snoozed')
  await page.getByRole('heading', { level: 1, name: 'One finding is put off' }).waitFor()
  await close()
})

test('the program lead sees what a rule opens before it is set, and others cannot set it', async () => {
  const { page, close } = await site.visit()
  await speakAs(page, 'amelia-hart')
  await page.goto('/findings/rules')
  await page.getByRole('button', { name: 'Change the rule: Too much for one person' }).click()
  await page.locator('h2:focus').waitFor()
  await page.getByText('It would open nothing now.').waitFor()
  await page.getByLabel('Only previewed').check()
  await page.getByLabel('At most how many a day?').fill('many')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('At most how many a day?').fill('25')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved. It counts within a minute.').waitFor()
  expect(await rows(page).filter({ hasText: 'owner-load' }).innerText()).toMatch(/Only previewed[^]*25/u)

  await speakAs(page, 'yusuf-demir')
  await page.goto('/findings/rules')
  await page.getByRole('table').waitFor()
  expect(await page.getByRole('button', { name: /^Change the rule/u }).count()).toBe(0)
  await close()
})

test('an auditor finds an entry by what happened, and takes its proof away', async () => {
  const { page, close } = await site.visit()
  await speakAs(page, 'yusuf-demir')
  await page.goto('/ledger?type=solution-approved')
  await rows(page).first().waitFor()
  expect(await page.locator('tbody th').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('approved a solution')]))
  await page.locator('tbody th a').first().click()
  await page.getByRole('heading', { level: 1, name: /^Ledger entry \d+$/u }).waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the proof' }).click()])
  expect(await readFile(await download.path(), 'utf8')).toContain('c2sp.org/tlog-proof@v1')
  await page.goto('/ledger')
  await page.getByRole('button', { name: 'Verify everything now' }).click()
  await page.getByText(/^Everything fits/u).waitFor()
  await close()
})

test('an administrator has a round run now and finds it among what is over', async () => {
  const { page, close } = await site.visit()
  await speakAs(page, 'grace-mbeki')
  await page.goto('/jobs')
  await page.getByRole('button', { name: 'Run now: The nightly look at everything' }).click()
  await page.getByText('It is asked for, and runs within seconds.').waitFor()
  const asked = rows(page).filter({ hasText: 'The nightly look at everything' }).filter({ hasText: 'Grace Mbeki' })
  await asked.filter({ hasText: 'Done' }).waitFor({ timeout: 60_000 })
  await close()
}, 90_000)

test('Home says to each what needs them now, and a maker meets no queue, jobs or ledger there', async () => {
  const { page, close } = await site.visit()
  await speakAs(page, 'jonas-weber')
  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: /needs? you now/u }).waitFor()
  await page.getByRole('link', { name: /^Change it: Forecast notes/u }).waitFor()
  expect(await page.getByRole('link', { name: /See the jobs|Read and verify it|What tonight brings/u }).count()).toBe(0)
  await speakAs(page, 'yusuf-demir')
  await page.goto('/')
  await page.getByRole('link', { name: 'Read and verify it' }).waitFor()
  await close()
})

test.each([
  ['a maker', 'jonas-weber', 'Change it: Forecast notes'],
  ['a reviewer', 'hanna-lindqvist', 'What tonight brings'],
  ['the program lead', 'amelia-hart', 'What tonight brings'],
  ['an auditor', 'yusuf-demir', 'Read and verify it'],
  ['an administrator', 'grace-mbeki', 'See the jobs'],
])('Home asks the server for five things at most: %s', async (_, person, there) => {
  const { page, close } = await site.visit()
  await speakAs(page, person)
  const asked: string[] = []
  page.on('request', request => {
    const { pathname, search } = new URL(request.url())
    // Only the made-up company has people to speak as; a stream is no question; and jobs that run are asked for again and again.
    const apart = ['/api/personas', '/api/events'].includes(pathname) || (pathname === '/api/jobs' && asked.includes(pathname))
    if (pathname.startsWith('/api/') && !apart) asked.push(pathname + search)
  })
  await page.goto('/')
  await page.getByRole('link', { name: there }).waitFor()
  await settled(page)
  expect(asked).toContain('/api/me/findings')
  expect(asked.length, asked.join(' ')).toBeLessThanOrEqual(5)
  await close()
})

/** Every page of findings, jobs and the ledger, as those see it who meet it. */
const everyPage = async (page: Page, look: (name: string) => Promise<void>): Promise<void> => {
  const seen = seenBy(page, look)
  await seen('home of a maker', 'jonas-weber', '/', 'main h2')
  await seen('home of a reviewer', 'hanna-lindqvist', '/', 'main h2')
  await seen('home of the lead', 'amelia-hart', '/', 'main h2')
  await seen('findings', 'amelia-hart', '/findings', 'tbody tr')
  await page.locator('tbody th a').first().click()
  await page.locator('main ol li').first().waitFor()
  await look('finding')
  await page.getByRole('button', { name: /^(?:Put it off|Verschieben)$/u }).click()
  await page.locator('form [type=submit]').click()
  await page.getByRole('alert').waitFor()
  await look('putting off, with problems')
  await seen('no findings', 'amelia-hart', '/findings?rule=owner-load', 'main p')
  await seen('no such finding', 'amelia-hart', '/findings/nowhere', 'main')
  await seen('tonight', 'amelia-hart', '/findings/tonight', 'main h2')
  await seen('rules', 'amelia-hart', '/findings/rules', 'tbody tr')
  await page.locator('tbody button').first().click()
  await page.locator('h2:focus').waitFor()
  await look('changing a rule')
  await seen('rules for a maker', 'priya-raman', '/findings/rules', 'main h1')
  await seen('jobs', 'grace-mbeki', '/jobs', 'tbody tr')
  await page.locator('tbody th a').first().click()
  await page.locator('main dl').waitFor()
  await look('job')
  await seen('jobs for a maker', 'priya-raman', '/jobs', 'main h1')
  await seen('ledger', 'yusuf-demir', '/ledger', 'tbody tr')
  await page.locator('tbody th a').first().click()
  await page.locator('main dl').waitFor()
  await look('entry')
  await seen('ledger for a maker', 'priya-raman', '/ledger', 'main h1')
}

test(
  'no page of findings, jobs or the ledger has a barrier that axe knows of or scrolls in two directions',
  () => expectSoundPages(site, everyPage),
  240_000,
)

test('no page of findings, jobs or the ledger has one or the other in German', () => expectSoundInGerman(site, everyPage), 240_000)
