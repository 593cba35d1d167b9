import { inflateSync } from 'node:zlib'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerAll, teamHelper } from './answering.ts'
import { type EveryPage, expectSoundInGerman, expectSoundPages } from './every-page.ts'
import { pagesOf } from './paper.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const pages = ['/charter', '/charter/guardrails'] as const
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await page.getByRole('heading', { level: 2 }).first().waitFor()
}

interface Guide {
  version: string
  tiers: {
    name: string
    summary: string
    promise: string
    raisedBy: { rules: { id: string; title: string }[] }[]
    examples: { title: string }[]
  }[]
  prohibited: { title: string; route: string }[]
  guardrails: { title: string; remedy: string }[]
  standards: { standards: { text: string }[] }
  dataClasses: { name: string; help: string }[]
  contacts: { name: string; reach: string }[]
}
const guideIn = async (language: string): Promise<Guide> =>
  (await (await fetch(`${site.address}/api/charter/guide?language=${language}`)).json()) as Guide

/** The sentences that the page does not show. */
const missing = async (page: Page, sentences: readonly string[]): Promise<string[]> => {
  const shown = await page.locator('main').innerText()
  return sentences.filter(sentence => !shown.includes(sentence))
}

describe.each([
  ['English', 'en-GB', 'en'],
  ['German', 'de-DE', 'de'],
])('in %s', (_, locale, language) => {
  test('the guide says all that the charter says of tiers, rules, limits, data and contacts, to anybody', async () => {
    const { page, complaints, close } = await site.visit({ locale })
    await open(page, '/charter')
    const guide = await guideIn(language)
    const rules = guide.tiers.flatMap(({ raisedBy }) => raisedBy.flatMap(group => group.rules))
    expect(rules.length).toBeGreaterThan(25)
    const sentences = [
      ...guide.tiers.flatMap(({ name, summary, promise, examples }) => [name, summary, promise, ...examples.map(({ title }) => title)]),
      ...rules.map(({ title }) => title),
      ...guide.prohibited.flatMap(({ title, route }) => [title, route]),
      ...guide.guardrails.flatMap(({ title, remedy }) => [title, remedy]),
      ...guide.dataClasses.flatMap(({ name, help }) => [name, help]),
      ...guide.contacts.flatMap(({ name, reach }) => [name, reach]),
      guide.version,
    ]
    expect(await missing(page, sentences)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  test('the guardrails say what nobody may build, how to mend the rest, and the standards', async () => {
    const { page, complaints, close } = await site.visit({ locale })
    await open(page, '/charter/guardrails')
    const { prohibited, guardrails, standards, version } = await guideIn(language)
    const sentences = [
      ...prohibited.flatMap(({ title, route }) => [title, route]),
      ...guardrails.flatMap(({ title, remedy }) => [title, remedy]),
      ...standards.standards.map(({ text }) => text),
      version,
    ]
    expect(await missing(page, sentences)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  test.each(['A4', 'Letter'])('the guide prints on at most two pages of %s, and the guardrails on one', async format => {
    const { page, close } = await site.visit({ locale })
    const counts: number[] = []
    for (const path of pages) {
      await open(page, path)
      await page.evaluate('document.fonts.ready')
      counts.push(pagesOf(await page.pdf({ format, printBackground: true })))
    }
    const [guide = 0, guardrails = 0] = counts
    expect(guide).toBeGreaterThan(0)
    expect(guide).toBeLessThanOrEqual(2)
    expect(guardrails).toBe(1)
    await close()
  })
})

/** Every colour that a printed page fills with, as the operators of its content streams say. */
const inks = (pdf: Buffer): string[] => {
  const colours = new Set<string>()
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at + 7)) {
    const end = pdf.indexOf('endstream', at)
    const streamed = pdf.subarray(at + 7, end)
    // Only deflated streams hold pages; a byte of 0x78 opens each (RFC 1950, 2.2).
    if (streamed[0] !== 0x78) continue
    for (const [colour] of inflateSync(streamed)
      .toString('latin1')
      .matchAll(/[\d.]+ [\d.]+ [\d.]+ rg\b/gu))
      colours.add(colour)
  }
  return [...colours].sort()
}

test.each(pages)('paper is light whatever theme the reader of %s has, and carries version and date', async path => {
  const printed = async (colorScheme: 'light' | 'dark') => {
    const { page, close } = await site.visit({ colorScheme })
    await open(page, path)
    const pdf = await page.pdf({ format: 'A4', printBackground: true })
    await page.emulateMedia({ media: 'print' })
    const foot = await page.locator('footer').innerText()
    await close()
    return { inks: inks(pdf), foot }
  }
  const light = await printed('light')
  expect(light.inks.length).toBeGreaterThan(3)
  expect((await printed('dark')).inks).toEqual(light.inks)
  expect(light.foot).toContain((await guideIn('en')).version)
  expect(light.foot).toContain(String(new Date().getUTCFullYear()))
})

const everyPage: EveryPage = async (page, look) => {
  for (const path of pages) {
    await open(page, path)
    await look(path)
  }
}

test('neither page has a barrier that axe knows of or scrolls in two directions', () => expectSoundPages(site, everyPage), 120_000)

test('neither page has one or the other in German', () => expectSoundInGerman(site, everyPage), 120_000)

test.each(pages)('the keyboard alone reaches everything on %s that can be pressed, and each shows its ring', async path => {
  const { page, close } = await site.visit()
  await open(page, path)
  const reachable = await page.evaluate<number>(
    "[...document.querySelectorAll('a[href], button')].filter(each => each.checkVisibility()).length",
  )
  const stops: { text: string; ring: boolean }[] = []
  for (let presses = 0; presses < reachable; presses++) {
    await page.keyboard.press('Tab')
    stops.push(
      await page.evaluate(
        "({ text: document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent, ring: getComputedStyle(document.activeElement).outlineStyle === 'solid' })",
      ),
    )
  }
  expect(stops.filter(({ ring }) => !ring)).toEqual([])
  expect(stops.map(({ text }) => text)).toEqual(expect.arrayContaining(['Menu', 'Print', 'Can I build this?', 'Copy the link']))
  expect(new Set(stops.map(({ text }) => text)).size).toBe(reachable)
  await close()
})

test('the link can be copied, and where the browser forbids it, the page says where its address stands', async () => {
  const { page, close } = await site.visit()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '/charter')
  await page.getByRole('button', { name: 'Copy the link' }).click()
  await page.getByText('The link is copied').waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${site.address}/charter`)
  await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
  await page.getByRole('button', { name: 'Copy the link' }).click()
  await page.getByText('Copy the address at the foot of the page').waitFor()
  expect(await page.locator('footer').innerText()).toContain(`${new URL(site.address).host}/charter`)
  await close()
})

test('Print asks the browser to print', async () => {
  const { page, close } = await site.visit()
  await open(page, '/charter')
  await page.evaluate("window.print = () => { document.title = 'printing' }")
  await page.getByRole('button', { name: 'Print' }).click()
  expect(await page.title()).toBe('printing')
  await close()
})

test('the reason of an answer leads to its rule in the guide', async () => {
  const { page, complaints, close } = await site.visit()
  await page.goto('/check')
  await answerAll(page, { ...teamHelper, dataClasses: ['customer-pii'] })
  await page.getByRole('link', { name: 'rule personal-data' }).click()
  await page.waitForURL('**/charter#personal-data')
  const rule = page.locator('#personal-data')
  const inView =
    "(() => { const { top, bottom } = document.getElementById('personal-data').getBoundingClientRect(); return top >= 0 && bottom <= innerHeight })()"
  await rule.waitFor()
  await expect.poll(() => page.evaluate(inView)).toBe(true)
  expect(await rule.innerText()).toContain('Personal data')
  expect(complaints).toEqual([])
  await close()
})

test('the rail leads to the rules, and the menu leads on from there', async () => {
  const { page, close } = await site.visit()
  await page.goto('/')
  await page.getByRole('link', { name: 'Rules' }).click()
  await page.getByRole('heading', { level: 1, name: 'What you may build, and how soon you get a yes' }).waitFor()
  await page.getByRole('link', { name: 'The guardrails on one page' }).click()
  await page.getByRole('heading', { level: 1, name: 'What nobody may build, and what to mend first' }).waitFor()
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Solutions' }).click()
  await page.waitForURL('**/solutions')
  await close()
})
