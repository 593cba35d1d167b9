import type { Page } from 'playwright'
import { answerAll, type Answers } from './answering.ts'
import { speakAs } from './reviewing.ts'

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
export const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

/** Opens a page as one of the demo's people. */
export const as = async (page: Page, person: string, path: string): Promise<void> => {
  await speakAs(page, person)
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** From the first question to the answer. */
export const checkIdea = async (page: Page, answers: Answers): Promise<void> => {
  await page.goto('/check')
  await answerAll(page, answers)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Registers what was checked; the page is the form for it, whatever the language. Answers the key. */
export const register = async (page: Page, name: string): Promise<string> => {
  await page.locator('#name').fill(name)
  await page.locator('#purpose').fill('Sorts the claims that suppliers send by mail into folders.')
  for (const asked of await page.locator('form textarea:not(#purpose, [id="benefit.how"])').all()) await asked.fill('Each mail.')
  await page.locator('form [type=submit]').click()
  await page.waitForURL(/solutions\/SOL-/u)
  await heading(page, name).waitFor()
  return /SOL-\d+/u.exec(page.url())?.[0] ?? ''
}

/** The address of the review that a solution waits in. */
const reviewOf = async (page: Page, key: string): Promise<string> => {
  await page.goto(`/solutions/${key}`)
  return (await page.locator('main a[href^="/reviews/"]').first().getAttribute('href')) ?? ''
}

/** Opens a solution's review as somebody who looks at it. */
export const openReview = async (page: Page, person: string, key: string): Promise<void> => {
  await speakAs(page, person)
  await page.goto(await reviewOf(page, key))
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Whoever has the sign-off decides, for a yes with every item of the checklist answered. */
export const decide = async (
  page: Page,
  person: string,
  key: string,
  decision: 'approve' | 'return' | 'reject',
  prepare?: () => Promise<void>,
): Promise<void> => {
  await openReview(page, person, key)
  await page.locator('#decide-reject').waitFor()
  await prepare?.()
  if (decision === 'approve') for (const item of await page.locator('fieldset input[value=yes]').all()) await item.check()
  await page.locator(`#decide-${decision}`).click()
  await page.getByRole('dialog').getByRole('button').last().click()
  await page.locator('h1:focus').waitFor()
}

/** Presses a button that asks once more, and says yes to that. */
export const confirm = async (page: Page, name: string): Promise<void> => {
  await button(page, name).first().click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
