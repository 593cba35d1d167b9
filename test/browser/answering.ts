import type { Page } from 'playwright'

/** Fact id to the value or values chosen; a rare line that is not named here is left unticked. */
export type Answers = Readonly<Record<string, readonly string[]>>

/** A harmless helper for a team: tier 2 by its reach. */
export const teamHelper: Answers = {
  kind: ['automation-flow'],
  audience: ['my-team'],
  dataClasses: ['internal'],
  tools: ['flow-builder'],
  autonomy: ['assists'],
  syntheticMedia: ['none'],
  sendsUnattended: ['no'],
  humanReview: ['yes'],
}

/** The last line but one of a page of rare things. */
const none = 'none-of-these'

/** What the page asks: the form's inputs as `[name, value]`, in order. */
const asked = async (page: Page): Promise<[string, string][]> =>
  page.evaluate("[...document.querySelectorAll('form input:is([type=radio], [type=checkbox])')].map(input => [input.name, input.value])")

/** The inputs to choose on this page; throws where the page asks something that `answers` does not speak of. */
export const choices = async (page: Page, answers: Answers): Promise<[string, string][]> => {
  const inputs = await asked(page)
  const lines = inputs.filter(([, value]) => value in answers)
  const wanted = inputs.filter(([name, value]) => answers[name]?.includes(value) === true)
  const nothing = lines.length === 0 ? inputs.filter(([, value]) => value === none) : []
  const chosen = [...lines, ...wanted, ...nothing]
  if (chosen.length === 0)
    throw new Error(`No answer for ${page.url()}, which asks ${[...new Set(inputs.map(([name]) => name))].join(', ')}`)
  return chosen
}

export const input = (page: Page, [name, value]: readonly [string, string]) => page.locator(`form input[name="${name}"][value="${value}"]`)

/** Presses Continue and waits for the next page. */
export const goOn = async (page: Page): Promise<void> => {
  const before = page.url()
  await page.locator('form [type=submit]').click()
  await page.waitForURL(({ href }) => href !== before)
}

/** Answers page after page until the result is there; returns the pages that were asked. */
export const answerAll = async (page: Page, answers: Answers): Promise<string[]> => {
  const pages: string[] = []
  for (;;) {
    await page.locator('form h1, h1').first().waitFor()
    await page.waitForURL(/page=|result/u)
    const here = new URL(page.url())
    if (here.pathname === '/check/result') return pages
    pages.push(here.searchParams.get('page') ?? '')
    if (pages.length > 20) throw new Error(`It does not stop asking: ${pages.join(', ')}`)
    for (const choice of await choices(page, answers)) await input(page, choice).check()
    // A ticked line may open a question of its own.
    for (const choice of await choices(page, answers)) await input(page, choice).check()
    await goOn(page)
  }
}
