import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../harness.ts'
import { allPages, onesThere, see, type PageSeen } from './all-pages.ts'
import { answerAll, choices, input, teamHelper } from './answering.ts'
import { expectSoundInGerman, expectSoundPages } from './every-page.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** Every page there is, in the order of a first visit; `look` sees each one as it stands. */
const everyPage = async (page: Page, look: (name: string) => Promise<void>): Promise<void> => {
  const ready = () => page.getByRole('heading', { level: 1 }).waitFor()
  await page.goto('/')
  await page.getByRole('button', { name: 'Priya Raman' }).waitFor()
  await look('welcome')
  await page.goto('/nowhere/at/all')
  await ready()
  await look('no such page')
  await page.goto('/solutions')
  await page.getByRole('button', { name: 'Priya Raman' }).waitFor()
  await look('solutions, signed out')

  for (const path of ['/charter', '/charter/guardrails']) {
    await page.goto(path)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await look(path)
  }
  await page.goto('/check')
  await page.waitForURL(/page=/u)
  await look('first question')
  for (const choice of await choices(page, { ...teamHelper, kind: ['ai-agent'] })) await input(page, choice).check()
  await look('first question, answered')
  await answerAll(page, { ...teamHelper, sendsAs: ['shared-identity'], dataClasses: ['customer-pii', 'not-sure'] })
  await ready()
  await look('result')
  await page.goto('/check')
  await page.goto('/check/register')
  await page.getByRole('button', { name: 'Priya Raman' }).waitFor()
  await look('register, signed out')
  await page.getByRole('button', { name: 'Priya Raman' }).click()
  await page.locator('#name').waitFor()
  await page.locator('form [type=submit]').click()
  await page.getByRole('alert').waitFor()
  await look('register, with problems')
  await page.locator('#name').fill('Ablagehilfe für Lieferantenrechnungen und Donaudampfschifffahrtsgesellschaftskapitänsmützen')
  await page.locator('#purpose').fill('Sorts the mail that suppliers send about claims.')
  await page.locator('form [type=submit]').click()
  await page.waitForURL(/solutions\/SOL-/u)
  await ready()
  await look('solution')
  const address = new URL(page.url()).pathname
  await page.goto(`${address}/edit`)
  await page.locator('#name').waitFor()
  await look('edit')
  await page.goto('/solutions')
  await page.getByRole('table').waitFor()
  await look('solutions')
  await page.goto('/solutions/SOL-9999')
  await ready()
  await look('no such solution')
}

test('no page has a barrier that axe knows of or scrolls in two directions', () => expectSoundPages(site, everyPage), 240_000)

test('no page has one or the other in German', () => expectSoundInGerman(site, everyPage), 240_000)

test('the pages speak the browser’s language, and another one when asked; theme and language are kept', async () => {
  const { page, complaints, close } = await site.visit({ locale: 'de-AT' })
  await page.goto('/check')
  await page.getByRole('heading', { level: 1, name: 'Was möchten Sie bauen?' }).waitFor()
  expect(await page.getAttribute('html', 'lang')).toBe('de')
  await page.getByRole('button', { name: /Nicht angemeldet/u }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'What do you want to build?' }).waitFor()
  await page.getByRole('button', { name: /Not signed in/u }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'What do you want to build?' }).waitFor()
  expect(await page.getAttribute('html', 'data-mantine-color-scheme')).toBe('dark')
  expect(complaints).toEqual([])
  await close()
})

test('what people type comes back as text, never as markup', async () => {
  const { page, complaints, close } = await site.visit()
  const naughty = '<img src=x onerror=alert(1)> "\'`${7*7} {{7*7}} 𝕌 ﷽ <script>alert(1)</script>'
  await page.goto('/check')
  await answerAll(page, teamHelper)
  await page.getByRole('link', { name: 'Register it' }).click()
  await page.getByRole('button', { name: 'Priya Raman' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill(naughty)
  await page.getByLabel('Purpose').fill(naughty)
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: naughty }).waitFor()
  expect(complaints).toEqual([])
  await close()
})

/** What a policy without exceptions would have to forgive: scripts and styles that stand in the page, unless they carry this visit's nonce. */
const forgiven = `[...document.querySelectorAll('script:not([src]):not([type="application/json"]), style')]
  .filter(each => each.tagName === 'SCRIPT' || each.nonce === '').map(each => each.outerHTML.slice(0, 200))
  .concat([...document.querySelectorAll('*')].flatMap(({ attributes }) => [...attributes].filter(({ name }) => name.startsWith('on')).map(({ name, value }) => name + '=' + value)))`

/** Sees pages one after the other as a visitor of its own, and what on them the policy would have to forgive. */
const seen = async (pages: readonly PageSeen[]) => {
  const { page, complaints, close } = await site.visit()
  const found: string[] = []
  for (const each of pages) {
    await see(page, each)
    found.push(...(await page.evaluate<string[]>(forgiven)).map(what => `${each.path}: ${what}`))
  }
  await close()
  return [...found, ...complaints]
}

test('every address of the app asks nobody but this server, and needs no exception from the policy', async () => {
  const { page, close } = await site.visit()
  await page.goto('/')
  const pages = allPages(await onesThere(page))
  await close()
  const routes = [
    ...(await readFile(join(root, 'web', 'router.tsx'), 'utf8')).matchAll(/path: '([^']+)'|'(\/(?:set-up|invitation|recovery))'/gu),
  ]
  const known = routes.map(([, path, link]) => new RegExp(`^${(path ?? link ?? '').replaceAll(/\$\w+/gu, '[^/]+')}$`, 'u'))
  expect(known.length).toBeGreaterThan(40)
  expect(known.filter(route => !pages.some(({ path }) => route.test(path))).map(String)).toEqual([])
  // Most of it is waiting until a page rests, which two visitors do side by side.
  const half = Math.ceil(pages.length / 2)
  const both = await Promise.all([seen(pages.slice(0, half)), seen(pages.slice(half))])
  expect(both.flat()).toEqual([])
}, 180_000)
