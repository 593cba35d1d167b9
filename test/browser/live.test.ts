import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { expectSoundInGerman, expectSoundPages } from './every-page.ts'
import type { OpenReviews } from './reviewing.ts'
import { ask, openReviews, speakAs } from './reviewing.ts'
import { openSite, settled, type Site } from './site.ts'

/* Pages that stand open, the menu of everything, and the page of settings and health. */
let site: Site
let open: OpenReviews
beforeAll(async () => {
  site = await openSite()
  open = await openReviews(site)
})
afterAll(() => site.close())

const menu = (page: Page) => page.getByRole('dialog', { name: /^(?:Search and commands|Suche und Befehle)$/u })
const field = (page: Page) => menu(page).getByRole('combobox')

test('what one does another one sees, whose page stands open, and nobody reloads', async () => {
  const [looks, acts] = [await site.visit(), await site.visit()]
  await speakAs(looks.page, 'priya-raman')
  const listens = looks.page.waitForResponse(response => response.url().includes('/api/events'))
  await looks.page.goto(`/reviews/${open.controlled}`)
  await looks.page.getByRole('heading', { level: 1 }).waitFor()
  expect((await listens).status()).toBe(200)
  await speakAs(acts.page, 'mei-lin-chou')
  const { version } = await ask<{ version: number }>(acts.page, 'GET', `/api/reviews/${open.controlled}`)
  await ask(
    acts.page,
    'POST',
    `/api/reviews/${open.controlled}/questions`,
    { text: 'Who reads the letters before they go out?', facts: [] },
    { 'if-match': `"${version}"` },
  )
  await looks.page.getByText('Who reads the letters before they go out?').waitFor({ timeout: 10_000 })
  expect([...looks.complaints, ...acts.complaints]).toEqual([])
  await looks.close()
  await acts.close()
})

test('with the keyboard alone: to a solution by its name, then what its page offers, then back to where one was', async () => {
  const { page, complaints, close } = await site.visit()
  await speakAs(page, 'priya-raman')
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  const asked: string[] = []
  page.on('request', request => void (request.url().includes('/api/search') && asked.push(request.url())))
  await page.keyboard.press('Control+k')
  await field(page).waitFor()
  await page.keyboard.type('returns inbox', { delay: 20 })
  await page.getByRole('option', { name: /^Returns inbox sorting/u }).waitFor()
  await settled(page)
  // Once for a pause, not once for a letter; how often a busy machine pauses is not up to us.
  expect(asked.length).toBeLessThan('returns inbox'.length / 2)
  const chosen = () => page.locator('[role=option][aria-selected=true]').innerText()
  await expect.poll(chosen).toContain('SOL-')
  await page.keyboard.press('ArrowDown')
  await expect.poll(chosen).toContain('REV-')
  await page.keyboard.press('ArrowUp')
  await expect.poll(chosen).toContain('SOL-')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: open.name }).waitFor()
  await expect.poll(() => menu(page).isVisible()).toBe(false)

  await page.keyboard.press('Control+k')
  await page
    .getByRole('group', { name: 'Recent' })
    .getByRole('option', { name: /^Returns inbox sorting/u })
    .waitFor()
  const commands = page.getByRole('group', { name: 'On this page' }).getByRole('option')
  expect(await commands.count()).toBeGreaterThan(1)
  await page.keyboard.type('print')
  await expect.poll(() => commands.count()).toBe(1)
  await page.keyboard.press('Escape')
  await expect.poll(() => menu(page).isVisible()).toBe(false)

  await page.keyboard.press('Control+k')
  await field(page).waitFor()
  await page.keyboard.type('xyzzy')
  await page.getByText('Nothing is called “xyzzy”').waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
  expect(complaints).toEqual([])
  await close()
})

test('the menu says where the search does not answer, and pages are there all the same', async () => {
  const { page, close } = await site.visit({ viewport: { width: 390, height: 844 } })
  await speakAs(page, 'priya-raman')
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.route('**/api/search*', route => route.abort())
  await page.getByRole('button', { name: 'Search' }).click()
  await field(page).fill('rul')
  await page.getByText('The search did not answer').waitFor({ timeout: 20_000 })
  await page.getByRole('option', { name: 'Rules', exact: true }).click()
  await page.waitForURL(/\/charter$/u)
  await close()
})

/** The menu in its states, and the settings as those see them who may and who may not. */
const everyPage = async (page: Page, look: (name: string) => Promise<void>): Promise<void> => {
  await speakAs(page, 'grace-mbeki')
  await page.goto('/settings')
  await page.locator('main dl').waitFor()
  await look('settings of an administrator')
  await page.keyboard.press('Control+k')
  await field(page).fill('in')
  await page.getByRole('option', { name: /^Inês Cardoso/u }).waitFor()
  await look('found')
  await field(page).fill('xyzzy')
  await page.locator('[role=status] b').waitFor()
  await look('nothing found')
  await speakAs(page, 'priya-raman')
  await page.goto('/settings')
  await page.locator('main h1').waitFor()
  await look('settings of a maker')
}

test(
  'neither menu nor settings have a barrier that axe knows of or scroll in two directions',
  () => expectSoundPages(site, everyPage),
  120_000,
)

test('neither has one or the other in German', () => expectSoundInGerman(site, everyPage), 120_000)
