import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectSoundInGerman, expectSoundPages, seenBy } from './every-page.ts'
import { ask, speakAs } from './reviewing.ts'
import { openSite, settled, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

interface Version {
  digest: string
  documents: Record<string, string>
}
const inForce = async (page: Page): Promise<Version> => {
  const { digest } = await ask<{ digest: string }>(page, 'GET', '/api/charter')
  return ask(page, 'GET', `/api/charter/versions/${digest}`)
}

const editor = (page: Page) => page.getByRole('textbox', { name: /^(?:Text of|Text von) / })
/** Opens a document in the editor and writes something else in the place of some words. */
const rewrite = async (page: Page, file: string, words: string, others: string): Promise<void> => {
  await page.getByLabel(/^(?:Document|Dokument)$/u).selectOption(file)
  const text = await editor(page).inputValue()
  expect(text).toContain(words)
  await editor(page).fill(text.replace(words, others))
}
const lineOfCursor = (page: Page) =>
  page.evaluate<number>('document.activeElement.value.slice(0, document.activeElement.selectionStart).split("\\n").length')

const rule = 'id: personal-data\n    tier: 3'
/** The worked example of that rule says how it comes out, so whoever changes the rule changes it as well. */
const [was, is] = [
  '{ tier: 3, verdict: review, fires: [shared-with-colleagues, personal-data], approvals: [it-security, legal, change-management] }',
  '{ tier: 4, verdict: referred, fires: [shared-with-colleagues, personal-data], approvals: [] }',
]

test('the lead changes a number and a rule, mends a line, sees whom it reaches and asks; a second person reads it in words and adopts', async () => {
  const { page, complaints, close } = await site.visit()
  await speakAs(page, 'amelia-hart')
  const { digest: before, documents } = await inForce(page)
  await page.goto('/charter')
  await page.getByRole('link', { name: 'Propose a change' }).click()
  await page.getByRole('heading', { level: 1, name: 'Propose a change of the charter' }).waitFor()

  await rewrite(page, 'waivers.yaml', 'atMostDays: 90', 'atMostDays: many')
  await page.getByText('One thing has to be mended').waitFor()
  await page.getByRole('button', { name: 'waivers.yaml, line 3' }).click()
  await expect.poll(() => lineOfCursor(page)).toBe(3)
  await rewrite(page, 'waivers.yaml', 'atMostDays: many', 'atMostDays: 60')
  await rewrite(page, 'tiers.yaml', rule, rule.replace('3', '4'))
  const example = page.getByRole('button', { name: /^examples\.yaml, line \d+$/u }).first()
  await example.click()
  const line = Number((await example.innerText()).match(/\d+$/u)?.[0])
  await expect.poll(() => lineOfCursor(page)).toBe(line)
  await rewrite(page, 'examples.yaml', was, is)
  await page.getByText('The text can be read').waitFor()
  // Decisions name their charter by its version, so a change takes another.
  await page.getByText('It can’t be proposed like this').waitFor()
  await page.getByRole('button', { name: 'Go to charter.yaml' }).click()
  await expect
    .poll(() => lineOfCursor(page))
    .toBe((documents['charter.yaml'] ?? '').split('\n').findIndex(line => line.startsWith('version')) + 1)
  await rewrite(page, 'charter.yaml', documents['charter.yaml']?.match(/^version: .*$/mu)?.[0] ?? '', 'version: "2027.1"')
  await page.reload()
  await page.getByText('At most, in days').waitFor()

  await page.getByRole('button', { name: 'See whom it reaches' }).click()
  await page.getByText(/^Of \d+ solutions, one is judged differently\.$/u).waitFor()
  const reached = page.locator('main tbody tr').first()
  expect(await reached.innerText()).toContain('Central team')
  const solution = (await reached.getByRole('link').getAttribute('href')) ?? ''
  await page.getByRole('button', { name: 'Ask a second person' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Why should it change?').fill('The central team builds whatever uses personal data.')
  await page.getByRole('button', { name: 'Ask a second person' }).click()
  await page.getByRole('heading', { level: 1, name: 'A new charter' }).waitFor()
  await page.getByText('You can’t be the second person here').waitFor()
  expect(await page.getByRole('button', { name: 'Adopt it' }).count()).toBe(0)
  const proposal = new URL(page.url()).pathname

  await speakAs(page, 'daniel-okoye')
  await page.goto(proposal)
  await page.getByRole('heading', { level: 2, name: 'Charter 2027.1 takes the place of' }).waitFor()
  // Tiers are called by their names once the charter in force is there.
  await page.getByText('Before: Tier 3, Controlled').first().waitFor()
  const read = await page.locator('main').innerText()
  for (const said of ['Personal data', 'Handled more carefully than before', 'At most, in days', 'Before: 90']) expect(read).toContain(said)
  await page.locator(`main tbody a[href="${solution}"]`).waitFor()
  await page.getByRole('button', { name: 'Adopt it' }).click()
  await page.getByText(/^Adopted by Daniel Okoye/u).waitFor()

  await page.goto('/charter')
  await page.getByText('Charter 2027.1, adopted on').waitFor()
  await page.goto('/charter/versions')
  await page.getByRole('heading', { level: 1, name: 'Charter 2027.1 is in force' }).waitFor()
  expect(await page.locator('main dl').innerText()).toMatch(/Proposed by\s+Amelia Hart[^]*Adopted by\s+Daniel Okoye/u)
  await page.getByRole('link', { name: 'Read it', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Charter 2027.1' }).waitFor()
  await page.getByText(/^What may be put off/u).click()
  await page.getByText('At most, in days').waitFor()

  const { digest: after } = await inForce(page)
  await page.goto(`/charter/comparison?from=${before}&to=${after}`)
  await page.getByRole('heading', { level: 1, name: /^4 things differ between .+ and 2027\.1$/u }).waitFor()
  expect(await page.locator('main').innerText()).toMatch(/Before: 90[^]*60|60[^]*Before: 90/u)

  await page.goto(solution)
  await page.getByText(/charter 2027\.1, in force today/u).waitFor()
  expect(complaints).toEqual([])
  await close()
}, 150_000)

test('a maker meets no way to change the charter, and reads what is in force', async () => {
  const { page, close } = await site.visit()
  await speakAs(page, 'priya-raman')
  const { digest } = await inForce(page)
  await page.goto('/charter')
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await settled(page)
  expect(await page.getByRole('link', { name: /Propose a change|Charter versions/u }).count()).toBe(0)
  await page.goto('/charter/propose')
  await page.getByRole('heading', { level: 1, name: 'Charters are proposed by the program lead' }).waitFor()
  await page.goto('/charter/versions')
  await page.getByRole('heading', { level: 1, name: 'Versions are for those who see every solution' }).waitFor()
  await page.goto(`/charter/versions/${digest}`)
  await page.getByText('Proposed by').waitFor()
  await close()
})

describe('every page about changing the charter', () => {
  let proposal = ''
  let digests: { from: string; to: string }
  beforeAll(async () => {
    const { page, close } = await site.visit()
    await speakAs(page, 'amelia-hart')
    const { digest, documents } = await inForce(page)
    const edited = {
      ...documents,
      'charter.yaml': (documents['charter.yaml'] ?? '').replace(/^version: .*$/mu, 'version: "2027.2"'),
      'tiers.yaml': (documents['tiers.yaml'] ?? '').replace(rule.replace('3', '4'), rule),
      'examples.yaml': (documents['examples.yaml'] ?? '').replace(is, was),
    }
    const { id, content } = await ask<{ id: string; content: { digest: string } }>(
      page,
      'POST',
      '/api/proposals/charters',
      { documents: edited, note: 'Makers may use personal data again.' },
      { 'idempotency-key': crypto.randomUUID() },
    )
    proposal = id
    digests = { from: digest, to: content.digest }
    await close()
  }, 60_000)

  const everyPage = async (page: Page, look: (name: string) => Promise<void>): Promise<void> => {
    const seen = seenBy(page, look)
    await seen('versions', 'yusuf-demir', '/charter/versions', 'tbody tr')
    await seen('versions for a maker', 'priya-raman', '/charter/versions', 'main h1')
    await seen('a version', 'priya-raman', `/charter/versions/${digests.from}`, 'main details')
    for (const place of [6, -1]) await page.locator('main summary').nth(place).click()
    await look('a version, opened')
    await seen('no such version', 'priya-raman', `/charter/versions/${digests.to}`, 'main h1')
    await seen('differences', 'amelia-hart', `/charter/comparison?from=${digests.from}&to=${digests.to}`, 'main h3')
    await seen('nothing to compare', 'amelia-hart', '/charter/comparison', 'main h1')
    await seen('a proposed charter', 'daniel-okoye', `/proposals/${proposal}`, 'tbody tr')
    await seen('proposing for a maker', 'priya-raman', '/charter/propose', 'main h1')
    await seen('proposing', 'amelia-hart', '/charter/propose', 'main textarea')
    await rewrite(page, 'waivers.yaml', 'atMostDays: 60', 'atMostDays: many')
    await page.locator('main li button').first().waitFor()
    await look('proposing, with a fault')
    await rewrite(page, 'waivers.yaml', 'atMostDays: many', 'atMostDays: 30')
    await rewrite(page, 'charter.yaml', '"2027.1"', '"2027.3"')
    await rewrite(page, 'tiers.yaml', rule.replace('3', '4'), rule)
    await rewrite(page, 'examples.yaml', is, was)
    await page.getByRole('button', { name: /^(?:See whom it reaches|Sehen, wen es trifft)$/u }).click()
    await page.locator('main form').waitFor()
    await look('proposing, with whom it reaches')
    await page.evaluate('localStorage.removeItem("guildhall.charter-draft")')
  }

  test('has no barrier that axe knows of and scrolls in one direction only', () => expectSoundPages(site, everyPage), 240_000)

  test('has neither fault in German', () => expectSoundInGerman(site, everyPage), 240_000)
})
