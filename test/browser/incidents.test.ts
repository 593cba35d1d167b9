import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { teamHelper } from './answering.ts'
import { expectSoundInGerman, expectSoundPages, seenBy } from './every-page.ts'
import { ask, speakAs } from './reviewing.ts'
import { openSite, settled, type Site } from './site.ts'
import { as, button, checkIdea, heading, link } from './walking.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

interface Incident {
  key: string
  severity: string
}

test('a stop, from one person’s finger on it to the closed incident', async () => {
  const { page, complaints, close } = await site.visit()
  // Security finds the tool, sees whom a stop reaches, and stops it.
  await as(page, 'daniel-okoye', '/stop')
  await heading(page, 'What do you want to stop?').waitFor()
  await page.locator('#target').fill('flow')
  await button(page, 'Flow builder').click()
  await heading(page, 'Stop Flow builder').waitFor()
  await page
    .getByRole('status')
    .filter({ hasText: /run and are suspended\. \d people answer for them/u })
    .waitFor()
  await page.getByRole('rowheader', { name: 'Claims inbox sorting' }).waitFor()
  await page.locator('#because').fill('It sends what it reads to a server that nobody knows.')
  await button(page, 'Stop it now').click()
  await heading(page, 'Flow builder is stopped').waitFor()
  await page.getByText('at once: together with its beginning').waitFor()
  expect(await page.getByText('not connected yet').count()).toBe(2)
  const stop = new URL(page.url()).pathname.slice('/stops/'.length)

  // Its owner sees what stopped it, and why, on the page of the solution.
  const [{ key }] = (await ask<{ solutions: [{ key: string }] }>(page, 'GET', '/api/solutions?q=claims%20inbox')).solutions
  await as(page, 'priya-raman', `/solutions/${key}`)
  await page.getByText('A tool that it uses is stopped').waitFor()
  await page.getByText('It sends what it reads to a server that nobody knows.').waitFor()
  expect(await page.locator(`main a[href="/stops/${stop}"]`).count()).toBe(0)

  // Whoever asks whether they may build with it hears of it, and so does whoever looks for a tool.
  await checkIdea(page, teamHelper)
  await page.getByText('But for now nothing that uses Flow builder may run').waitFor()
  await page.goto('/check?page=tools')
  const beside = page.getByRole('complementary', { name: 'So far' })
  await beside.getByText('But for now nothing that uses Flow builder may run', { exact: true }).waitFor()
  expect(await beside.getByRole('status').innerText()).toContain('nothing that uses Flow builder may run.')
  await page.goto('/tools')
  await page.getByRole('rowheader', { name: 'Flow builder' }).getByText('Stopped for now').waitFor()

  // The incident begins at the stop.
  await as(page, 'daniel-okoye', `/stops/${stop}`)
  await link(page, 'Open an incident about it').click()
  await page.locator('#title').fill('A tool that told more than it should')
  await page.locator('#whatHappened').fill('Flows sent their input to an unknown server.')
  await page.locator('#severity').selectOption('critical')
  expect(await page.locator('#stops').inputValue()).toBe(stop)
  await button(page, 'Open the incident').click()
  await heading(page, 'A tool that told more than it should').waitFor()
  const incident = new URL(page.url()).pathname
  await page.locator('#note-text').fill('The vendor confirmed it by telephone.')
  await button(page, 'Note it').click()
  await page.getByRole('listitem').filter({ hasText: 'The vendor confirmed it by telephone.' }).waitFor()
  await page.locator('#what').fill('Have the vendor name every flow that did it.')
  await page.locator('#owner').fill('Jonas')
  await page
    .getByRole('button', { name: /Jonas Weber/u })
    .first()
    .click()
  await page.locator('#dueOn').fill('2099-01-31')
  await button(page, 'Add it').click()
  await page.getByText('Jonas Weber, until 31 January 2099').waitFor()

  // Two people lift the stop.
  await as(page, 'daniel-okoye', `/stops/${stop}`)
  await page.locator('#note').fill('The vendor mended it, and we saw that.')
  await button(page, 'Propose to lift it').click()
  await link(page, 'It is proposed to lift it. A second person decides.').waitFor()
  const lifting = await page.getByRole('link', { name: 'It is proposed to lift it. A second person decides.' }).getAttribute('href')
  await as(page, 'luca-ferri', lifting ?? '')
  await page.getByText(/^STOP-\d+ ends: Flow builder\./u).waitFor()
  await page.getByRole('button', { name: /adopt/iu }).first().click()
  await page
    .getByText(/adopted/iu)
    .first()
    .waitFor()
  await as(page, 'priya-raman', `/solutions/${key}`)
  await page.getByText('It runs.').waitFor()

  // What was learned is written down, and somebody else than opened it closes it.
  await as(page, 'daniel-okoye', incident)
  await page.getByText('Write what is known now').click()
  await page.locator('#cause').fill('A new version was installed without a look at what it calls.')
  await page.locator('#lessons').fill('New versions are looked at like new tools.')
  await button(page, 'Save').first().click()
  await page.getByText('Saved.').waitFor()
  await page.getByText('A new version was installed without a look at what it calls.').first().waitFor()
  await button(page, 'It does no more harm').click()
  await page.getByText('Contained').first().waitFor()
  await as(page, 'jonas-weber', '/')
  const [open] = (await ask<{ incidents: Incident[] }>(page, 'GET', '/api/incidents')).incidents
  expect(open).toMatchObject({ severity: 'critical', title: null })
  await as(page, 'daniel-okoye', incident)
  await button(page, 'It is done').click()
  await page.getByText(/done \d+ /u).waitFor()
  await as(page, 'hanna-lindqvist', incident)
  await button(page, 'Close it').click()
  await page.getByText('Closed').first().waitFor()
  expect(complaints).toEqual([])
  await close()
}, 120_000)

test('who may not stop is told whom to call, and who may not read incidents learns that there are some', async () => {
  const { page, close } = await site.visit()
  await speakAs(page, 'priya-raman')
  await page.goto('/stop')
  await heading(page, 'Stopping for everybody is for IT security, the center of excellence and the program lead').waitFor()
  await page.goto('/stops')
  await heading(page, 'Stops are for those who oversee the program').waitFor()
  await page.goto('/incidents')
  await page.getByText('About solutions that you may see').first().waitFor()
  await page.goto('/incidents/INC-0001')
  await heading(page, 'There is no such incident').waitFor()
  await close()
})

/** Something that is stopped and an incident that is worked on, beside what the demo tells. */
const begun = async (page: Page): Promise<{ stop: string; incident: string }> => {
  await speakAs(page, 'daniel-okoye')
  const once = () => ({ 'idempotency-key': crypto.randomUUID() })
  const because = 'It leaks. '.repeat(20)
  const model = { kind: 'model', target: 'company-assistant', model: `Large ${crypto.randomUUID().slice(0, 4)}` }
  const { key: stop } = await ask<{ key: string }>(page, 'POST', '/api/stops', { ...model, because }, once())
  const told = { title: 'Donaudampfschifffahrtsgesellschaftskapitänsmützen leaked', whatHappened: because, severity: 'serious' }
  const more = { noticedAt: new Date(Date.now() - 90 * 3_600_000).toISOString(), stops: [stop], solutions: ['SOL-0005'] }
  const { key: incident } = await ask<{ key: string }>(page, 'POST', '/api/incidents', { ...told, ...more }, once())
  const action = { what: because, owner: 'jonas-weber', dueOn: '2099-12-31' }
  await ask(page, 'POST', `/api/incidents/${incident}/actions`, action, once())
  return { stop, incident }
}

const everyPage = async (page: Page, look: (name: string) => Promise<void>): Promise<void> => {
  const { stop, incident } = await begun(page)
  const seen = seenBy(page, look)
  await seen('what to stop', 'daniel-okoye', '/stop', '#target')
  await seen('what a stop reaches', 'daniel-okoye', '/stop?kind=tool&target=flow-builder', '#because')
  await seen('stops', 'amelia-hart', '/stops', 'tbody tr')
  await seen('a stop', 'amelia-hart', `/stops/${stop}`, '#note')
  await seen('incidents', 'amelia-hart', '/incidents', 'tbody tr')
  await seen('the form of an incident', 'daniel-okoye', '/incidents/open', '#title')
  await seen('an incident', 'daniel-okoye', `/incidents/${incident}`, '#note-text')
}

test(
  'no page of stops and incidents has a barrier that axe knows of or scrolls in two directions',
  () => expectSoundPages(site, everyPage),
  240_000,
)

test('nor in German', () => expectSoundInGerman(site, everyPage), 240_000)

test('an incident prints as a record, without its forms', async () => {
  const { page, close } = await site.visit()
  await as(page, 'daniel-okoye', '/incidents/INC-0001')
  await settled(page)
  await page.emulateMedia({ media: 'print' })
  const shown = await page.locator('body').innerText()
  expect(shown).toMatch(/INC-0001 Letters of customers in a shared folder · as of /u)
  expect(shown).toContain('GDPR, Article 33(1)')
  expect(await page.locator('main button, main form').filter({ visible: true }).count()).toBe(0)
  await close()
})
