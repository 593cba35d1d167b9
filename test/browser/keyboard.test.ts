import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { choices, teamHelper } from './answering.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

interface Focused {
  tag: string
  name: string
  value: string
  text: string
  /** The ring that shows where the focus is, on the control or the card around it. */
  ring: boolean
  /** Nothing else lies over its middle. */
  seen: boolean
}

const focused = (page: Page): Promise<Focused> =>
  page.evaluate(`(() => {
    const at = document.activeElement
    const ringed = [at, at.closest('[data-chosen], div')].some(element => element && getComputedStyle(element).outlineStyle === 'solid')
    const { left, top, width, height } = at.getBoundingClientRect()
    const over = document.elementFromPoint(left + width / 2, top + height / 2)
    return { tag: at.tagName, name: at.name ?? '', value: at.value ?? '', text: at.textContent.trim(), ring: ringed, seen: over !== null && (at.contains(over) || over.contains(at)) }
  })()`)

/** Presses Tab until `wanted` has the focus; every stop on the way must be seen. */
const tabTo = async (page: Page, wanted: (at: Focused) => boolean): Promise<void> => {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    // A page that has just opened puts the focus on its heading, which is no stop.
    if (at.tag !== 'BODY' && at.tag !== 'H1') expect(at, 'the focus can be seen').toMatchObject({ ring: true, seen: true })
    if (wanted(at)) return
  }
  throw new Error(`The keyboard does not get there on ${page.url()}`)
}

const choose = async (page: Page, [name, value]: readonly [string, string]): Promise<void> => {
  await tabTo(page, at => at.name === name && (at.value === value || isRadio(at)))
  for (let moves = 0; (await focused(page)).value !== value && moves < 40; moves++) await page.keyboard.press('ArrowDown')
  const selector = `form input[name="${name}"][value="${value}"]`
  if (!(await page.locator(selector).isChecked())) await page.keyboard.press('Space')
  expect(await page.locator(selector).isChecked()).toBe(true)
}

const isRadio = ({ name }: Focused): boolean => ['kind', 'audience', 'autonomy', 'humanReview', 'sendsUnattended'].includes(name)

test.each([
  ['wide', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
])('from the front page to a registered solution with the keyboard alone, %s', async (_, viewport) => {
  const { page, complaints, close } = await site.visit({ viewport })
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await tabTo(page, ({ text }) => text === 'Check an idea')
  await page.keyboard.press('Enter')
  for (let pages = 0; pages < 15; pages++) {
    await page.waitForURL(/page=|result/u)
    if (page.url().includes('/check/result')) break
    expect(await focused(page), 'a new question has the focus').toMatchObject({ tag: 'H1' })
    for (const choice of await choices(page, teamHelper)) await choose(page, choice)
    const before = page.url()
    await page.keyboard.press('Enter')
    await page.waitForURL(({ href }) => href !== before)
    await page.waitForTimeout(100)
  }
  await page.getByRole('heading', { level: 1, name: /Your team can use this/u }).waitFor()
  await tabTo(page, ({ tag, text }) => tag === 'A' && text === 'Register it')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Who is registering it?' }).waitFor()
  await tabTo(page, ({ text }) => text.includes('Priya Raman'))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Register your solution' }).waitFor()
  await tabTo(page, ({ name, tag }) => tag === 'INPUT' && name === '')
  await page.keyboard.type('By keyboard')
  await tabTo(page, ({ tag }) => tag === 'TEXTAREA')
  await page.keyboard.type('Shows that no mouse is needed.')
  await tabTo(page, ({ text }) => text === 'Register')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'By keyboard' }).waitFor()
  expect(complaints).toEqual([])
  await close()
})
