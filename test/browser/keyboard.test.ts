import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerAll, choices, teamHelper } from './answering.ts'
import { speakAs } from './reviewing.ts'
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

const isStop = "!['BODY', 'H1'].includes(document.activeElement.tagName)"

/** Presses Tab until `wanted` has the focus; every stop on the way must be seen, at the latest when what arrives meanwhile rests. */
const tabTo = async (page: Page, wanted: (at: Focused) => boolean): Promise<void> => {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    // A page that has just opened puts the focus on its heading, which is no stop.
    if (!(await page.evaluate<boolean>(isStop))) continue
    await expect.poll(() => focused(page), { timeout: 5_000, message: 'the focus can be seen' }).toMatchObject({ ring: true, seen: true })
    if (wanted(await focused(page))) return
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
    // A new question has the focus.
    await page.locator('h1:focus').waitFor()
    for (const choice of await choices(page, teamHelper)) await choose(page, choice)
    const before = page.url()
    await page.keyboard.press('Enter')
    await page.waitForURL(({ href }) => href !== before)
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

test('what only becomes known takes the focus from nobody who has gone on by Tab', async () => {
  const { page, complaints, close } = await site.visit()
  let known = (): void => undefined
  const until = new Promise<void>(resolve => (known = resolve))
  await page.route('**/api/me', async route => {
    await until
    await route.continue()
  })
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await tabTo(page, ({ text }) => text === 'Check an idea')
  const answered = page.waitForResponse('**/api/me')
  known()
  await answered
  await page.getByRole('heading', { name: 'Look around' }).waitFor()
  expect(await focused(page)).toMatchObject({ text: 'Check an idea' })
  await page.keyboard.press('Enter')
  await page.waitForURL('**/check?page=*')
  expect(complaints).toEqual([])
  await close()
})

test('what is found late of the same kind leaves the field in sight that somebody has gone on to', async () => {
  const { page, complaints, close } = await site.visit({ viewport: { width: 390, height: 844 } })
  await speakAs(page, 'priya-raman')
  await page.goto('/check')
  await answerAll(page, teamHelper)
  await page.getByRole('link', { name: 'Register it' }).click()
  let found = (): void => undefined
  const until = new Promise<void>(resolve => (found = resolve))
  await page.route('**/api/solutions/similar*', async route => {
    await until
    await route.continue()
  })
  await page.getByLabel('Name', { exact: true }).fill('Claims inbox sorting')
  const asked = page.waitForRequest('**/api/solutions/similar*')
  await page.getByLabel('Purpose').fill('Sorts the mail that suppliers send about claims.')
  await asked
  await page.getByLabel('Purpose').focus()
  await page.keyboard.press('Tab')
  await page.evaluate('scrollBy(0, document.activeElement.getBoundingClientRect().top - 560)')
  const there = await focused(page)
  found()
  await page.getByRole('heading', { name: 'Somebody may have built this already' }).waitFor()
  await expect.poll(() => focused(page), { timeout: 5_000 }).toMatchObject({ ...there, ring: true, seen: true })
  expect(complaints).toEqual([])
  await close()
})

test('a page that is still loading has its heading read, and leads on from there to the heading that it was to have', async () => {
  const { page, complaints, close } = await site.visit()
  let known = (): void => undefined
  const until = new Promise<void>(resolve => (known = resolve))
  await page.route('**/api/charter/guide*', async route => {
    await until
    await route.continue()
  })
  await page.goto('/')
  await page.locator('a[href="/charter"]').first().click()
  await page.waitForURL('**/charter')
  await page.locator('h1:focus').waitFor({ state: 'attached' })
  known()
  await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor()
  await page.locator('h1:focus').waitFor()
  expect(complaints).toEqual([])
  await close()
})
