import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseProofFile, parseVkey, verifyProofFile } from '#src/engines/merkle/index.ts'
import { answerAll, choices, goOn, input, teamHelper } from './answering.ts'
import { pagesOf } from './paper.ts'
import { openSite, type Site } from './site.ts'
import type { Page } from 'playwright'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

const become = async (page: Page, name: string): Promise<void> => {
  await page.goto('/')
  await page.getByRole('button', { name }).click()
  await page.waitForURL('**/solutions')
}

const register = async (page: Page, name: string): Promise<string> => {
  await page.goto('/check')
  await answerAll(page, teamHelper)
  await page.getByRole('link', { name: 'Register it' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Purpose').fill('Sorts the mail that suppliers send about claims.')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await page.waitForURL(/solutions\/SOL-/u)
  return /SOL-\d+/u.exec(page.url())?.[0] ?? ''
}

test('an idea is checked without sign-in, registered with a name behind it, sealed in the ledger, and changed', async () => {
  const { page, complaints, close } = await site.visit()
  await page.goto('/')
  await page.getByRole('link', { name: 'Check an idea' }).click()
  const pages = await answerAll(page, teamHelper)
  expect(pages.length).toBeLessThanOrEqual(9)
  expect(new Set(pages).size).toBe(pages.length)
  await heading(page, 'Your team can use this after one review.').waitFor()
  await page.getByText('shared-with-colleagues').first().waitFor()

  await page.getByRole('link', { name: 'Register it' }).click()
  await heading(page, 'Who is registering it?').waitFor()
  await page
    .getByRole('button', { name: /Priya Raman, |Priya Raman/u })
    .first()
    .click()
  await heading(page, 'Register your solution').waitFor()
  await page.getByLabel('Name', { exact: true }).fill('Claims inbox sorting, mine')
  await page.getByLabel('Purpose').fill('Sorts the mail that suppliers send about claims.')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await heading(page, 'Claims inbox sorting, mine').waitFor()
  await page.getByText(/^Registered as SOL-\d{4}$/u).waitFor()
  await page
    .getByText(/ledger \d+/u)
    .first()
    .waitFor()
  await page
    .getByText(/sealed in the ledger, checkpoint of \d+ entries/u)
    .first()
    .waitFor({ timeout: 15_000 })

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: /Download the proof/u })
      .first()
      .click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^ledger-entry-\d+\.tlog-proof$/u)
  const proof = await readFile(await download.path(), 'utf8')
  const entry = parseProofFile(proof).extra ?? new Uint8Array()
  verifyProofFile(proof, entry, parseVkey(await site.ledgerKey()))
  expect(JSON.parse(Buffer.from(entry).toString())).toMatchObject({ type: 'solution-registered', actor: 'priya-raman' })

  await page.getByRole('link', { name: 'Change it' }).click()
  await page.locator('#name').fill('Claims inbox sorting, renamed')
  await page.getByRole('button', { name: 'Save' }).click()
  await heading(page, 'Claims inbox sorting, renamed').waitFor()
  const history = page.locator('section', { has: page.getByRole('heading', { name: 'History' }) }).locator('ol > li')
  await expect.poll(() => history.count()).toBe(2)
  expect(await history.first().textContent()).toContain('Changed')
  expect(complaints).toEqual([])
  await close()
})

test('somebody else’s change is shown, and neither is lost unseen', async () => {
  const mine = await site.visit()
  await become(mine.page, 'Jonas Weber')
  const key = await register(mine.page, 'Demand chart')
  const other = await site.visit()
  await become(other.page, 'Jonas Weber')
  for (const { page } of [mine, other]) {
    await page.goto(`/solutions/${key}/edit`)
    await heading(page, 'Change Demand chart').waitFor()
  }
  await other.page.getByLabel('Name', { exact: true }).fill('Demand chart of the other')
  await other.page.getByRole('button', { name: 'Save' }).click()
  await heading(other.page, 'Demand chart of the other').waitFor()

  await mine.page.getByLabel('Purpose').fill('My purpose.')
  await mine.page.getByRole('button', { name: 'Save' }).click()
  const notice = mine.page.getByRole('alert')
  await notice.getByText('Somebody changed it while you were writing').waitFor()
  expect(await notice.textContent()).toContain('Demand chart of the other')
  expect(await notice.textContent()).toContain('My purpose.')
  await mine.page.getByRole('button', { name: 'Keep mine and save' }).click()
  // What I left alone follows the other change; what I wrote is mine.
  await heading(mine.page, 'Demand chart of the other').waitFor()
  await mine.page.getByText('My purpose.').waitFor()
  expect([...mine.complaints, ...other.complaints]).toEqual([])
  await mine.close()
  await other.close()
})

/** Fills the form for what was checked as far as its purpose. */
const typeName = async (page: Page, name: string): Promise<void> => {
  await become(page, 'Jonas Weber')
  await page.goto('/check')
  await answerAll(page, teamHelper)
  await page.getByRole('link', { name: 'Register it' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
}

const whoIsIt = 'Who is registering it?'

/** The answer about solutions like what is typed, `words` among it; the page asks half a second after the last letter. */
const likenessAnswered = (page: Page, words: string) =>
  page.waitForResponse(answer => answer.url().endsWith('/similar') && answer.request().postData()?.includes(words) === true)

/** Says who one is, finds what was typed before, and registers it. */
const registerAgain = async (page: Page, name: string, purpose: string): Promise<void> => {
  await heading(page, whoIsIt).waitFor()
  await page.getByRole('button', { name: 'Jonas Weber' }).first().click()
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe(name)
  expect(await page.getByLabel('Purpose').inputValue()).toBe(purpose)
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await heading(page, name).waitFor()
}

test('a sign-in that ended costs nothing that was typed', async () => {
  const { page, close } = await site.visit()
  const [name, purpose] = ['Typed before', 'Typed before the sign-in ended.']
  await typeName(page, name)
  // The page asks nothing more by itself afterwards, so that it is the click that meets the end.
  const answered = likenessAnswered(page, purpose)
  await page.getByLabel('Purpose').fill(purpose)
  await answered
  await page.context().clearCookies()
  expect(await heading(page, whoIsIt).count()).toBe(0)
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await registerAgain(page, name, purpose)
  await close()
})

test('nor does one that ends while somebody types, which a question in the background meets first', async () => {
  const { page, close } = await site.visit()
  const [name, purpose] = ['Typed meanwhile', 'Typed while the sign-in ended.']
  const answered = likenessAnswered(page, name)
  await typeName(page, name)
  await answered
  await page.context().clearCookies()
  const refused = likenessAnswered(page, purpose)
  await page.getByLabel('Purpose').fill(purpose)
  expect((await refused).status()).toBe(401)
  await registerAgain(page, name, purpose)
  await close()
})

test('what the server refuses stands next to its field and in a summary that has the focus', async () => {
  const { page, close } = await site.visit()
  await typeName(page, 'x'.repeat(200))
  await page.getByLabel('Purpose').fill('Something.')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  const summary = page.getByRole('alert')
  await summary.getByText('One thing needs your attention').waitFor()
  expect(await page.evaluate("document.activeElement.getAttribute('role')")).toBe('alert')
  expect(await page.getByLabel('Name', { exact: true }).getAttribute('aria-invalid')).toBe('true')
  await summary.getByRole('link').click()
  expect(await page.evaluate('document.activeElement.id')).toBe('name')
  await close()
})

test('the draft survives a closed window, and one answer can be changed from the result', async () => {
  const { page, close } = await site.visit()
  await page.goto('/check')
  await page.waitForURL(/page=/u)
  for (const choice of await choices(page, teamHelper)) await input(page, choice).check()
  await goOn(page)
  const second = page.url()
  await page.goto('/')
  await page.goto('/check')
  await page.waitForURL(second)
  await answerAll(page, teamHelper)
  await page.getByRole('link', { name: 'Who uses it or feels its results?' }).click()
  await input(page, ['audience', 'only-me']).check()
  await goOn(page)
  await heading(page, 'You can build and use this today.').waitFor()
  await close()
})

test('a prohibited use stops early, names its rule and says how to go on', async () => {
  const { page, close } = await site.visit()
  await page.goto('/check')
  const pages = await answerAll(page, { ...teamHelper, decidesAboutIndividuals: ['employees'] })
  await heading(page, 'This can’t be built here.').waitFor()
  expect(pages.length).toBeLessThanOrEqual(3)
  await page.getByText('rule decides-about-employees').waitFor()
  await page.getByRole('link', { name: 'Change that answer' }).waitFor()
  expect(await page.getByRole('link', { name: 'Register it' }).count()).toBe(0)
  await close()
})

test('even the longest answer prints on one A4 page, in the light theme', async () => {
  const { page, close } = await site.visit({ colorScheme: 'dark' })
  await page.goto('/check')
  await answerAll(page, { ...teamHelper, audience: ['outside'], dataClasses: ['customer-pii'], externalContent: ['yes'] })
  await heading(page, 'You can use this after three sign-offs.').waitFor()
  const pdf = await page.pdf({ format: 'A4', printBackground: true })
  expect(pagesOf(pdf)).toBe(1)
  const scheme = "document.documentElement.getAttribute('data-mantine-color-scheme')"
  expect(await page.evaluate(`dispatchEvent(new Event('beforeprint')); ${scheme}`)).toBe('light')
  expect(await page.evaluate(`dispatchEvent(new Event('afterprint')); ${scheme}`)).toBe('dark')
  await close()
})

test('a connection that fails between two questions costs the panel, not the page', async () => {
  const { page, close } = await site.visit()
  await page.goto('/check')
  await page.waitForURL(/page=kind/u)
  await page.route('**/api/checks', route => route.abort())
  await input(page, ['kind', 'automation-flow']).check()
  const panel = page.getByRole('complementary', { name: 'So far' })
  await panel.getByText('Guildhall did not answer').waitFor({ timeout: 20_000 })
  expect(await input(page, ['kind', 'automation-flow']).isChecked()).toBe(true)
  await page.unroute('**/api/checks')
  await goOn(page)
  await answerAll(page, teamHelper)
  await heading(page, 'Your team can use this after one review.').waitFor()
  await close()
})

test('a draft that the charter no longer understands is said to be so, and can be begun again', async () => {
  const { page, close } = await site.visit()
  await page.goto('/')
  const draft = JSON.stringify({
    facts: { gone: true },
    path: ['kind'],
    lines: {},
    name: '',
    purpose: '',
    requestId: 'a-request',
    savedAt: null,
  })
  await page.evaluate(`localStorage.setItem('guildhall.draft', ${JSON.stringify(draft)})`)
  await page.goto('/check')
  await heading(page, 'Your draft no longer fits the charter').waitFor()
  await page.getByRole('button', { name: 'Start again' }).click()
  await heading(page, 'What do you want to build?').waitFor()
  await page.evaluate("localStorage.setItem('guildhall.draft', '{damaged')")
  await page.reload()
  await heading(page, 'What do you want to build?').waitFor()
  await close()
})
