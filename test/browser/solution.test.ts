import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerAll, teamHelper } from './answering.ts'
import { speakAs } from './reviewing.ts'
import { expectSoundInGerman, expectSoundPages, seenBy } from './every-page.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

const as = async (page: Page, person: string, path: string): Promise<void> => {
  await speakAs(page, person)
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** What a link hands out, by its name. */
const handedOut = async (page: Page, name: string): Promise<{ name: string; text: string }> => {
  const [file] = await Promise.all([page.waitForEvent('download'), link(page, name).click()])
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

/** A maker's new team helper, from the first question to its own page; answers its key. */
const register = async (page: Page, person: string, name: string): Promise<string> => {
  await as(page, person, '/check')
  await answerAll(page, teamHelper)
  await page.getByRole('link', { name: 'Register it' }).click()
  await page.locator('#name').fill(name)
  await page.locator('#purpose').fill('Sorts the claims that suppliers send by mail into folders.')
  await page.getByText('Somebody may have built this already').waitFor()
  await page.getByLabel('What starts it, and how often?').fill('Each mail.')
  await page.locator('[id="benefit.perMonth"]').fill('7.5')
  await page.locator('[id="benefit.baseline"]').fill('20')
  await page.locator('[id="benefit.how"]').fill('Timed for a week.')
  await page.locator('form [type=submit]').click()
  await page.waitForURL(/solutions\/SOL-/u)
  await heading(page, name).waitFor()
  return /SOL-\d+/u.exec(page.url())?.[0] ?? ''
}

/** Whoever has the sign-off decides, with every item of the checklist answered. */
const decide = async (page: Page, key: string, decision: 'approve' | 'return', prepare?: () => Promise<void>): Promise<void> => {
  await as(page, 'hanna-lindqvist', `/solutions/${key}`)
  await page.getByRole('link', { name: /^See the review/u }).click()
  await page.locator('#decide-approve').waitFor()
  if (decision === 'approve') for (const item of await page.locator('fieldset input[value=yes]').all()) await item.check()
  await prepare?.()
  await page.locator(`#decide-${decision}`).click()
  await page.getByRole('dialog').getByRole('button').last().click()
  await page.locator('h1:focus').waitFor()
}

test('from an idea to a year later: a maker and a reviewer take a solution through its life', async () => {
  const { page, complaints, close } = await site.visit()
  const key = await register(page, 'priya-raman', 'Returns inbox')
  await page.getByText('Nothing stands in the way. It can be submitted.').waitFor()
  await page.getByText('7.5 hours a month').waitFor()
  await link(page, 'Submit it').click()
  await page.locator('#note').fill('The whole team wants it.')
  await button(page, 'Submit it').click()
  await page.getByText('It is submitted.').waitFor()
  await page.getByText(/^An answer is promised by/u).waitFor()

  await decide(page, key, 'return', async () => {
    const promise = await handedOut(page, 'Put it into your calendar')
    expect(promise.name).toMatch(/^REV-\d+\.ics$/u)
    expect(promise.text).toContain('SUMMARY:Answer on Returns inbox promised')
    await page.locator('#decide-reason').fill('Say who reads the folder of unclear mails.')
  })
  await as(page, 'priya-raman', '/my-solutions')
  await page.getByRole('link', { name: 'Change it: Returns inbox' }).click()
  await page.getByText('A review sent it back to its maker.').waitFor()
  await link(page, 'Submit it').first().click()
  await button(page, 'Submit it').click()
  await page.getByText('It is submitted.').waitFor()

  await decide(page, key, 'approve', async () => {
    await page.locator('#decide-conditions').click()
    await page
      .getByRole('textbox', { name: /condition/iu })
      .first()
      .fill('Write down where it can be switched off.')
  })
  await as(page, 'priya-raman', `/solutions/${key}`)
  await page.getByText('One condition has to be met before.').waitFor()
  await page.locator('#conditions summary').click()
  await page.locator('#conditions textarea').fill('In the team handbook.')
  await page.locator('#conditions [type=submit]').click()
  await page.getByText('Said to be met').waitFor()

  await as(page, 'hanna-lindqvist', `/solutions/${key}`)
  await page.locator('#conditions').getByRole('link').click()
  await button(page, 'It is met').click()
  await page.getByText(/^confirmed by Hanna Lindqvist/u).waitFor()

  await as(page, 'priya-raman', `/solutions/${key}`)
  await button(page, 'Go live').click()
  await page.getByRole('dialog', { name: 'Let Returns inbox go live?' }).getByRole('button', { name: 'Go live' }).click()
  await page.getByText('It is live.').waitFor()
  await page.locator('h1:focus').waitFor()
  await page.getByText('It runs.').waitFor()
  const dates = await handedOut(page, 'Put the dates into your calendar')
  expect(dates.name).toBe(`${key}.ics`)
  expect(dates.text).toContain('SUMMARY:Returns inbox is valid until this day')

  await link(page, 'Change it').click()
  // Who owns it stands in the registry and is asked of nobody.
  expect(await page.locator('#fact-ownerActive').count()).toBe(0)
  await page.locator('#fact-dataClasses summary').click()
  await page.locator('input[name=dataClasses][value=customer-pii]').check()
  await page.getByText('A full review: all of it is looked at.').waitFor()
  await page.getByText(/^Submitted now, it would be answered by/u).waitFor()
  await page.getByText('What runs stays as it was approved until the new version goes live.').waitFor()
  await page.locator('#fact-dataClasses').getByRole('button', { name: 'Leave it as it was' }).click()
  await page.getByText('Nothing of the answers is changed.', { exact: false }).waitFor()
  await page.locator('#purpose').fill('Sorts the returns that suppliers announce by mail.')
  await button(page, 'Save').click()
  await page.getByText('Saved', { exact: true }).waitFor()

  await page.locator('#people summary').first().click()
  await page.getByLabel('Backup owner').check()
  await page.locator('#offer-to').fill('Jonas')
  await page.getByRole('button', { name: /^Jonas Weber/u }).click()
  await page.locator('#offer-note').fill('For my holidays.')
  await button(page, 'Ask them').click()
  await page.getByText('Priya Raman asked Jonas Weber to be its backup owner').waitFor()
  await as(page, 'jonas-weber', '/my-solutions')
  const offer = page.getByRole('listitem').filter({ hasText: 'Returns inbox' })
  await offer.getByRole('button', { name: 'Accept' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click()
  await page.getByRole('table').getByRole('link', { name: 'Returns inbox' }).waitFor()

  await as(page, 'priya-raman', `/solutions/${key}`)
  await link(page, 'Confirm that it is still true').click()
  await page.getByText(/^Confirmed today, it would be valid until/u).waitFor()
  await button(page, 'Nothing changed: confirm it').click()
  await page.getByText('It is confirmed.').waitFor()
  expect(complaints).toEqual([])
  await close()
}, 180_000)

test('tier 1 goes ahead at once, once its maker has put their name under the standards', async () => {
  const { page, close } = await site.visit()
  await as(page, 'sofia-marques', '/')
  const facts = { kind: 'automation-flow', tools: ['flow-builder'], audience: 'only-me', dataClasses: ['public'], autonomy: 'assists' }
  const none = { integrations: ['none'], decisionImpact: ['none'], decidesAboutIndividuals: ['none'], regulatedUses: ['none'] }
  const no = { externalContent: false, movesMoney: false, writesCodeOrSettings: false, vulnerablePeople: false, syntheticMedia: ['text'] }
  const key = await page.evaluate<string>(
    `fetch('/api/solutions', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: ${JSON.stringify(
      JSON.stringify({
        name: 'My own digest',
        purpose: 'Sums up the news for me.',
        facts: { ...facts, ...none, ...no, sendsAs: 'nothing', peopleTalkToIt: 'none' },
      }),
    )} }).then(answer => answer.json()).then(({ key }) => key)`,
  )
  await page.goto(`/solutions/${key}/submission`)
  await button(page, 'Accept and submit').click()
  await page.getByRole('alert').getByText('Write your full name.').waitFor()
  await page.locator('#name').fill('Sofia Marques')
  await button(page, 'Accept and submit').click()
  await page.getByText('It may go live.').waitFor()
  await button(page, 'Retire it').click()
  const question = page.getByRole('dialog', { name: 'Retire My own digest?' })
  await question.getByRole('button', { name: 'Retire it' }).click()
  await question.getByRole('alert').getByText('Write a reason. Others read it.').waitFor()
  await page.locator('#act-because').fill('Nobody reads it.')
  await question.getByRole('button', { name: 'Retire it' }).click()
  await page.getByText(/^Retired by Sofia Marques/u).waitFor()
  await button(page, 'Take the retirement back').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take the retirement back' }).click()
  await page.getByText('The retirement is taken back.').waitFor()
  await close()
})

test('what a list is narrowed by stands in its address, survives going back, and is kept under a name', async () => {
  const { page, close } = await site.visit()
  await as(page, 'hanna-lindqvist', '/solutions')
  await page.getByRole('table').waitFor()
  await page.getByLabel('State', { exact: true }).selectOption('suspended')
  await heading(page, 'One solution matches').waitFor()
  expect(page.url()).toContain('state=suspended')
  await page.locator('summary', { hasText: 'Save this view' }).click()
  await page.getByLabel('What is it called?').fill('Stopped')
  await button(page, 'Save this view').click()
  await link(page, 'Stopped').waitFor()
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByText('It was stopped and must not run.').waitFor()
  await page.goBack()
  await heading(page, 'One solution matches').waitFor()
  await page.goto('/solutions?q=nothing-is-called-so')
  await page.getByText('Take something off the filters, or search for another word.').waitFor()
  await link(page, 'Stopped').click()
  await heading(page, 'One solution matches').waitFor()
  const download = page.waitForEvent('download')
  await button(page, 'Export as a table').click()
  expect((await download).suggestedFilename()).toBe('solutions.csv')
  await close()
})

test('who neither builds nor oversees is told whose solutions they would see, not that there are none', async () => {
  const { page, complaints, close } = await site.visit()
  await as(page, 'grace-mbeki', '/solutions')
  await heading(page, 'You have no solutions').waitFor()
  await page.getByText('None is yours to see').waitFor()
  await as(page, 'hanna-lindqvist', '/solutions')
  await heading(page, /\d+ solutions are registered/u).waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('a reviewer settles a fact over what is declared, and the page of the solution shows both', async () => {
  const { page, complaints, close } = await site.visit()
  // What reviewers will read is demanded first, and answered from where it is asked.
  await as(page, 'sofia-marques', '/solutions/SOL-0013/submission')
  await page.getByText('This has no answer yet; whoever reviews it reads that.').waitFor()
  await page.getByRole('link', { name: 'Answer it' }).click()
  await page.getByLabel('How do you notice a document that was read wrongly?').fill('Whoever files it compares two fields with the scan.')
  await page.locator('form [type=submit]').click()
  await page.getByText('Saved', { exact: false }).first().waitFor()
  await page.goto('/solutions/SOL-0013/submission')
  await button(page, 'Submit it').click()
  await page.getByText('It is submitted.').waitFor()
  await as(page, 'hanna-lindqvist', '/solutions/SOL-0013')
  await page.getByRole('link', { name: /^See the review/u }).click()
  await page.locator('summary', { hasText: 'Settle a fact' }).click()
  await page.locator('#rule-fact').selectOption('autonomy')
  await page.locator('input[name=autonomy][value=acts-alone]').check()
  await button(page, 'Settle it').click()
  await page.getByRole('alert').getByText('Write how that was found out.').waitFor()
  await page.locator('#rule-reason').fill('It files without anybody looking.')
  await button(page, 'Settle it').click()
  await page.getByText(/^Settled\. Its tier is now/u).waitFor()
  await page.goto('/solutions/SOL-0013')
  await page.getByRole('heading', { name: 'Declared and settled' }).waitFor()
  await page.getByText('differs').waitFor()
  await page.getByText('It files without anybody looking.').waitFor()
  expect(complaints).toEqual([])
  await close()
})

/** Every page of solutions, as those see it who meet it. */
const everyPage = async (page: Page, look: (name: string) => Promise<void>): Promise<void> => {
  const seen = (name: string, person: string, path: string) => seenBy(page, look)(name, person, path, 'main h2, main table, main dl')
  await seen('running', 'priya-raman', '/solutions/SOL-0002')
  await page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")
  await look('running, everything open')
  await seen('for the center of excellence', 'hanna-lindqvist', '/solutions/SOL-0002')
  await page.getByRole('button', { name: /^(?:Stop it|Anhalten)$/u }).click()
  await page.getByRole('dialog').waitFor()
  await look('a question about a step')
  await seen('referred', 'hanna-lindqvist', '/solutions/SOL-0004')
  await seen('stopped', 'jonas-weber', '/solutions/SOL-0010')
  await seen('sent back', 'jonas-weber', '/solutions/SOL-0007')
  await seen('in review', 'jonas-weber', '/solutions/SOL-0012')
  await seen('draft', 'sofia-marques', '/solutions/SOL-0013')
  await seen('blocked draft', 'priya-raman', '/solutions/SOL-0005')
  await seen('confirmation', 'priya-raman', '/solutions/SOL-0002/confirmation')
  await seen('edit', 'priya-raman', '/solutions/SOL-0002/edit')
  await page.locator('#fact-dataClasses summary').click()
  await page.locator('input[name=dataClasses][value=customer-pii]').check()
  await page.locator('section[aria-live] li').first().waitFor()
  await look('edit, with what it costs')
  await seen('mine', 'jonas-weber', '/my-solutions')
  await seen('list', 'hanna-lindqvist', '/solutions?tier=2')
  await page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")
  await look('list, with its filters')
}

test('no page of solutions has a barrier that axe knows of or scrolls in two directions', () => expectSoundPages(site, everyPage), 240_000)

test('no page of solutions has one or the other in German', () => expectSoundInGerman(site, everyPage), 240_000)
