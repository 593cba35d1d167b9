import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReviews, speakAs, type OpenReviews } from './reviewing.ts'
import { expectSoundInGerman, expectSoundPages, seenBy } from './every-page.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let open: OpenReviews
beforeAll(async () => {
  site = await openSite()
  open = await openReviews(site)
})
afterAll(() => site.close())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** Whether nothing lies over the middle of what has the focus. */
const uncovered = `(() => {
  const at = document.activeElement
  const { left, top, width, height } = at.getBoundingClientRect()
  const over = document.elementFromPoint(left + width / 2, top + height / 2)
  return over !== null && (at.contains(over) || over.contains(at))
})()`

/** Tab until the keyboard is where `selector` says. */
const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let presses = 0; presses < 80; presses++) {
    if (await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not get to ${selector} on ${page.url()}`)
}

test('a reviewer gets from the queue to a yes with the keyboard alone', async () => {
  const { page, complaints, close } = await site.visit()
  await speakAs(page, open.reviewer)
  await page.goto('/reviews?view=mine')
  await page.getByRole('table').waitFor()
  await page.keyboard.press('j')
  for (let moves = 0; moves < 10 && (await page.evaluate<string>('document.activeElement.textContent')) !== open.name; moves++)
    await page.keyboard.press('j')
  await page.keyboard.press('a')
  await heading(page, open.name).waitFor()

  // Arriving with the key for a yes leads to the first item without an answer.
  await page.locator(':focus[id^="decide-answers."]').waitFor()
  const items = await page.locator('fieldset input[value=yes]').count()
  for (let item = 0; item < items; item++) {
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    // What arrives meanwhile may move the page for a moment; nothing may lie over the focus for good.
    await expect.poll(() => page.evaluate<boolean>(uncovered), { timeout: 5_000 }).toBe(true)
  }
  await page.getByText(`${items} of ${items} answered`).waitFor()
  await page.keyboard.press('a')
  const question = page.getByRole('dialog', { name: `Approve ${open.name}?` })
  await question.getByText('Yours is the last sign-off that is missing').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Your yes is recorded').waitFor()
  await page.getByText(/^Approved on/u).waitFor()
  await page.locator('h1:focus').waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('what is missing stands next to its field and in a summary that takes the focus; what was found so far is kept', async () => {
  const { page, close } = await site.visit()
  await speakAs(page, 'daniel-okoye')
  await page.goto(`/reviews/${open.controlled}`)
  await page.locator('fieldset input[value=yes]').first().check()
  await page.locator('#decide-approve').click()
  const summary = page.getByRole('alert')
  await summary.waitFor()
  expect(await page.evaluate<string>("document.activeElement.getAttribute('role')")).toBe('alert')
  await summary.getByRole('link').first().click()
  expect(await page.evaluate<string>('document.activeElement.id')).toMatch(/^decide-answers\./u)
  await page.getByText('Say yes, no, or that it doesn’t apply.').first().waitFor()
  await page.reload()
  expect(await page.locator('fieldset input[value=yes]').first().isChecked()).toBe(true)

  await page.locator('#decide-return').click()
  expect(await page.getByRole('alert').innerText()).toContain('Write what is missing, or why not.')
  await close()
})

test('a question stops the clock, its answer starts it again, and each says so', async () => {
  const reviewer = await site.visit()
  await speakAs(reviewer.page, 'mei-lin-chou')
  await reviewer.page.goto(`/reviews/${open.controlled}`)
  await reviewer.page.getByText('Ask those who answer for it').click()
  await reviewer.page.locator('#ask-text').fill('Who reads the letters before they go out?')
  await reviewer.page.getByRole('button', { name: 'Ask', exact: true }).click()
  await reviewer.page.getByText(/^It waits for Priya Raman/u).waitFor()
  expect(await reviewer.page.locator('#decide-approve').count()).toBe(0)
  await reviewer.page.goto('/reviews?view=paused')
  await reviewer.page.getByText(/^Priya Raman, since/u).waitFor()
  await reviewer.close()

  const maker = await site.visit()
  await speakAs(maker.page, 'priya-raman')
  await maker.page.goto(`/reviews/${open.controlled}`)
  expect(await maker.page.locator('#decide-approve').count()).toBe(0)
  await maker.page.getByLabel('Your answer').fill('The shift lead, every one of them.')
  await maker.page.getByRole('button', { name: 'Answer' }).click()
  await maker.page.getByText(/^Priya Raman answered/u).waitFor()
  await maker.page.getByText(/^Paused/u).waitFor({ state: 'detached' })
  await maker.close()
})

test('single keys can be turned off, and stay off', async () => {
  const { page, close } = await site.visit()
  await speakAs(page, open.reviewer)
  await page.goto('/reviews')
  await page.getByRole('table').waitFor()
  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: /Single keys work/u }).uncheck()
  await page.keyboard.press('Escape')
  await page.reload()
  await page.getByRole('table').waitFor()
  await page.keyboard.press('j')
  expect(await page.evaluate<boolean>("document.activeElement.matches('tbody a')")).toBe(false)
  await tabTo(page, 'tbody a')
  await close()
})

/** Every page of reviews, as those see it who meet it. */
const everyPage = async (page: Page, look: (name: string) => Promise<void>): Promise<void> => {
  const seen = seenBy(page, look)
  await seen('queue', open.reviewer, '/reviews', 'table')
  await page.getByRole('button', { name: /\?/u }).click()
  await look('keys')
  await seen('empty view', open.reviewer, '/reviews?view=late', 'main p')
  await seen('review for security', 'ines-cardoso', `/reviews/${open.controlled}`, 'main h2')
  await page.locator('#decide-conditions').click()
  await page.locator('#decide-approve').click()
  await page.getByRole('alert').waitFor()
  await look('review, with problems')
  await page.locator('#decide-reason').fill('Take the customer numbers out first.')
  await page.locator('#decide-reject').click()
  await page.getByRole('dialog').waitFor()
  await look('before a no')
  await seen('review for its maker', 'priya-raman', `/reviews/${open.controlled}`, 'main h2')
  await seen('review for an auditor', 'yusuf-demir', `/reviews/${open.controlled}`, 'main h2')
  await seen('review of a tool', 'mei-lin-chou', '/reviews/REV-0001', 'main h2')
  await seen('queue for a maker', 'priya-raman', '/reviews', 'main h1')
  await seen('figures', 'amelia-hart', '/figures', 'main h2')
  await seen('no such review', open.reviewer, '/reviews/REV-9999', 'main')
}

test('no page of reviews has a barrier that axe knows of or scrolls in two directions', () => expectSoundPages(site, everyPage), 240_000)

test('no page of reviews has one or the other in German', () => expectSoundInGerman(site, everyPage), 240_000)

test('the queue speaks German to those who do', async () => {
  const { page, close } = await site.visit({ locale: 'de-DE' })
  await speakAs(page, open.reviewer)
  await page.goto('/reviews')
  await page.getByRole('columnheader', { name: 'Arbeitszeit übrig' }).waitFor()
  await page
    .getByRole('navigation', { name: 'Sichten der Prüfungen' })
    .getByRole('link', { name: /^Noch frei/u })
    .click()
  await page.waitForURL(/view=unassigned/u)
  await close()
})
