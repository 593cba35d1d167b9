import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, beginSweep, speakAs } from './reviewing.ts'
import { barriers, openSite, settled, type Site } from './site.ts'
import { nothingYet, typeEverywhere } from './typing.ts'

let site: Site
/** A tool that solutions of the demo run with is withdrawn by two people, and that is found. */
beforeAll(async () => {
  site = await openSite()
  const { page, close } = await site.visit()
  await speakAs(page, 'daniel-okoye')
  const { id, version, digest } = await ask<{ id: string; version: number; digest: string }>(
    page,
    'POST',
    '/api/proposals/tool-withdrawals',
    { tool: 'flow-builder', replacedBy: [], note: 'Its vendor closes it down.' },
    { 'idempotency-key': crypto.randomUUID() },
  )
  await speakAs(page, 'amelia-hart')
  await ask(page, 'POST', `/api/proposals/${id}/adoption`, { digest }, { 'if-match': `"${version}"` })
  await beginSweep(page)
  await speakAs(page, 'amelia-hart')
  while ((await ask<{ effects: unknown[] }>(page, 'GET', '/api/findings/tonight')).effects.length < 2) await page.waitForTimeout(1000)
  await close()
}, 150_000)
afterAll(() => site.close())

const withoutBarriers = async (page: Page) => {
  await settled(page)
  expect(await barriers(page)).toEqual([])
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect(over).toBe(0)
}

test.each([
  ['wide', {}],
  ['on a phone, in German and in the dark', { viewport: { width: 320, height: 640 }, locale: 'de-DE', colorScheme: 'dark' as const }],
])(
  'what would be stopped tonight is read by everybody who may, %s',
  async (_, options) => {
    const { page, complaints, close } = await site.visit(options)
    await speakAs(page, 'amelia-hart')
    await page.goto('/findings/tonight')
    await page
      .getByText(/^(?:Would be stopped|Würde angehalten)$/u)
      .first()
      .waitFor()
    await withoutBarriers(page)
    await page.goto('/findings/effects')
    await page.getByRole('heading', { level: 1, name: /^(?:No rule has stopped anything|Keine Regel hat etwas angehalten)$/u }).waitFor()
    await withoutBarriers(page)
    await page.goto('/findings/rules')
    await page.locator('tbody tr').filter({ hasText: 'tool-withdrawn' }).getByRole('button').click()
    await page.getByText(/^(?:Tonight it would stop|Heute Nacht hielte sie) /u).waitFor()
    await withoutBarriers(page)
    expect(complaints).toEqual([])
    await close()
  },
  90_000,
)

test('the lead lets a rule stop one a night, it stops one and says so, and two people undo that', async () => {
  const { page, complaints, close } = await site.visit()
  await speakAs(page, 'amelia-hart')
  await page.goto('/findings/rules')
  await page.getByRole('button', { name: 'Change the rule: Tool was withdrawn' }).click()
  const effect = page.getByRole('radiogroup', { name: 'Should it stop by itself what it goes on finding?' })
  await effect.getByLabel('On', { exact: true }).check()
  await page.getByLabel('At most how many in one night?').fill('many')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('At most how many in one night?').fill('1')
  await page.getByText('Tonight it would stop one solution:').waitFor()
  await page.getByText(/held back by the limit\.$/u).waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved. It counts within a minute.').waitFor()
  expect(await page.locator('tbody tr').filter({ hasText: 'tool-withdrawn' }).innerText()).toContain('On, 1 a night')

  await page.goto('/findings/tonight')
  await page.getByRole('heading', { level: 1, name: /stops one solution/u }).waitFor()
  expect(await page.getByText('Is stopped', { exact: true }).count()).toBe(1)
  await page.getByText('Held back by the rule’s limit').first().waitFor()

  await speakAs(page, 'grace-mbeki')
  await page.goto('/jobs')
  await page.getByRole('button', { name: 'Run now: What rules do by themselves at night' }).click()
  const started = page.locator('tbody tr').filter({ hasText: 'What rules do by themselves at night' }).filter({ hasText: 'Grace Mbeki' })
  await started.filter({ hasText: 'Done' }).waitFor({ timeout: 60_000 })

  await speakAs(page, 'hanna-lindqvist')
  await page.goto('/findings/effects')
  await page.getByRole('heading', { level: 1, name: 'Rules stopped one solution' }).waitFor()
  await page.locator('main li a[href^="/solutions/"]').first().click()
  await page.getByText(/^A rule stopped it on /u).waitFor()
  await withoutBarriers(page)
  await page.getByRole('link', { name: 'See what the rule did, and whether it can be undone' }).click()
  await page.getByRole('button', { name: /^Undo: /u }).click()
  await page.locator('h3:focus').waitFor()
  await page.getByRole('button', { name: 'Propose it' }).click()
  await page.getByRole('alert').waitFor()
  const typed = nothingYet()
  await typeEverywhere(page, typed, { sent: false })
  expect(typed).toMatchObject({ wrong: [], unsaid: [] })
  await page.getByLabel('Why should it be undone?').fill('Its owner moves it this week.')
  await withoutBarriers(page)
  await page.getByRole('button', { name: 'Propose it' }).click()
  await page.getByRole('link', { name: 'It is proposed. See what waits for a second person' }).click()
  await page.getByRole('heading', { level: 1, name: 'What a rule did, undone' }).waitFor()
  expect(await page.getByRole('button', { name: 'Adopt' }).count()).toBe(0)

  const proposal = new URL(page.url()).pathname
  await speakAs(page, 'daniel-okoye')
  await page.goto(proposal)
  await page.getByText('runs again', { exact: true }).waitFor()
  await withoutBarriers(page)
  await page.getByRole('button', { name: /^Adopt/u }).click()
  await page.getByText(/^Adopted by Daniel Okoye/u).waitFor()
  await page.goto('/findings/effects')
  await page.getByText(/proposed by Hanna Lindqvist, adopted by Daniel Okoye$/u).waitFor()
  expect(complaints).toEqual([])
  await close()
}, 150_000)
