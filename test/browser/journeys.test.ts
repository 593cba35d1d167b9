import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerAll, input, teamHelper } from './answering.ts'
import { ask, beginSweep, speakAs } from './reviewing.ts'
import { openSite, type Site } from './site.ts'
import { as, button, checkIdea, confirm, decide, heading, link, openReview, register } from './walking.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

test('tier 1: from the front page to running within one sitting, with a name under the standards', async () => {
  const { page, complaints, close } = await site.visit()
  await page.goto('/')
  await page.getByRole('link', { name: 'Check an idea' }).click()
  await answerAll(page, { ...teamHelper, audience: ['only-me'], dataClasses: ['public'] })
  await heading(page, 'You can build and use this today.').waitFor()
  await link(page, 'Register it').click()
  await page.getByRole('button', { name: 'Sofia Marques' }).first().click()
  await register(page, 'Press digest')
  await link(page, 'Submit it').first().click()
  await page.locator('#name').fill('Sofia Marques')
  await button(page, 'Accept and submit').click()
  await page.getByText('It may go live.').waitFor()
  await confirm(page, 'Go live')
  await page.getByText('It runs.').waitFor()
  expect(complaints).toEqual([])
  await close()
}, 90_000)

test('tier 2 auf Deutsch: von der Idee über Rückfrage und Bedingung in den Betrieb', async () => {
  const { page, complaints, close } = await site.visit({ locale: 'de-DE' })
  await speakAs(page, 'priya-raman')
  await checkIdea(page, teamHelper)
  await heading(page, 'Ihr Team kann es nach einer Prüfung nutzen.').waitFor()
  await page.locator('main a[href="/check/register"]').click()
  const key = await register(page, 'Reklamationspost')
  await link(page, 'Einreichen').first().click()
  await page.locator('#note').fill('Das ganze Team möchte sie.')
  await button(page, 'Einreichen').click()
  await page.getByText(/^Eine Antwort ist bis .* versprochen\.$/u).waitFor()

  await openReview(page, 'hanna-lindqvist', key)
  await page
    .locator('summary')
    .filter({ has: page.locator('xpath=..//*[@id="ask-text"]') })
    .click()
  await page.locator('#ask-text').fill('Wer liest den Ordner mit den unklaren Nachrichten?')
  await page
    .locator('form', { has: page.locator('#ask-text') })
    .locator('[type=submit]')
    .click()
  await page.locator('#decide-approve').waitFor({ state: 'detached' })
  await page.getByRole('paragraph').filter({ hasText: 'Wer liest den Ordner' }).waitFor()
  await expect.poll(() => page.locator('#ask-text').inputValue()).toBe('')

  await openReview(page, 'priya-raman', key)
  await page.locator('textarea[id$="-answer"]').fill('Die Schichtleitung, jeden Morgen.')
  await page
    .locator('form', { has: page.locator('textarea[id$="-answer"]') })
    .locator('[type=submit]')
    .click()
  await page.getByRole('paragraph').filter({ hasText: 'Die Schichtleitung, jeden Morgen.' }).waitFor()

  await decide(page, 'hanna-lindqvist', key, 'approve', async () => {
    await page.locator('#decide-conditions').click()
    await page.locator('[id="decide-conditions.0.text"]').fill('Aufschreiben, wo man sie abschaltet.')
  })
  await as(page, 'priya-raman', `/solutions/${key}`)
  await page.locator('#conditions summary').click()
  await page.locator('#conditions textarea').fill('Steht im Teamhandbuch.')
  await page.locator('#conditions [type=submit]').click()
  await page.getByText('Als erfüllt gemeldet').waitFor()
  await as(page, 'hanna-lindqvist', `/solutions/${key}`)
  await page.locator('#conditions').getByRole('link').click()
  await button(page, 'Sie ist erfüllt').click()
  await page.getByText(/^bestätigt von Hanna Lindqvist, /u).waitFor()

  await as(page, 'priya-raman', `/solutions/${key}`)
  await button(page, 'In Betrieb nehmen').first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'In Betrieb nehmen', exact: true }).click()
  await page.getByRole('alert').getByText('Niemand hat aufgeschrieben, wie es vorher war.').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Lassen, wie es ist' }).click()
  await link(page, 'Sagen, wie es vorher war').click()
  await page.locator('[id="benefit.perMonth"]').fill('12,5')
  await page.locator('[id="benefit.baseline"]').fill('40')
  await page.locator('[id="benefit.how"]').fill('Eine Woche lang mitgeschrieben.')
  await page
    .locator('form', { has: page.locator('[id="benefit.how"]') })
    .locator('[type=submit]')
    .click()
  await page.getByText('12,5 Stunden im Monat').waitFor()
  await confirm(page, 'In Betrieb nehmen')
  await page.getByText('Sie läuft.').waitFor()
  expect(complaints).toEqual([])
  await close()
}, 120_000)

test('tier 3: three people sign, the last of them with the change written down, and it may go live', async () => {
  const { page, complaints, close } = await site.visit()
  await speakAs(page, 'priya-raman')
  await checkIdea(page, { ...teamHelper, dataClasses: ['customer-pii'] })
  await heading(page, 'You can use this after three sign-offs.').waitFor()
  await link(page, 'Register it').click()
  const key = await register(page, 'Customer letter sorting')
  await link(page, 'Submit it').first().click()
  await button(page, 'Submit it').click()
  await page.getByText('It is submitted.').waitFor()

  await decide(page, 'daniel-okoye', key, 'approve')
  await page.getByText('1 of 3 given').waitFor()
  await decide(page, 'mei-lin-chou', key, 'approve')
  await page.getByText('2 of 3 given').waitFor()
  await decide(page, 'tomas-novak', key, 'approve', async () => {
    await page
      .locator('details', { has: page.locator('#change-from') })
      .locator('summary')
      .click()
    await page.locator('#change-from').fill('2027-01-11T09:00')
    await page.locator('#change-to').fill('2027-01-11T11:00')
    await page.locator('#change-back').fill('Switch it off; the old folder is still there.')
    await page.locator('#change-affected').fill('The claims team.')
    await page
      .locator('form', { has: page.locator('#change-from') })
      .locator('[type=submit]')
      .click()
    await page.locator('#decide-approve').waitFor()
  })
  await page.getByText(/^Approved on/u).waitFor()
  await as(page, 'priya-raman', `/solutions/${key}`)
  await page.getByText('It may go live.').waitFor()
  expect(complaints).toEqual([])
  await close()
}, 120_000)

test('a no is read with its reason, appealed once, and looked at by somebody else', async () => {
  const { page, complaints, close } = await site.visit()
  await speakAs(page, 'jonas-weber')
  await checkIdea(page, teamHelper)
  await link(page, 'Register it').click()
  const key = await register(page, 'Supplier ranking')
  await link(page, 'Submit it').first().click()
  await button(page, 'Submit it').click()
  await page.getByText('It is submitted.').waitFor()
  const { review } = await ask<{ review: { key: string } }>(page, 'GET', `/api/solutions/${key}`)
  await speakAs(page, 'hanna-lindqvist')
  const { signOffs } = await ask<{ signOffs: { assignee: { id: string } | null }[] }>(page, 'GET', `/api/reviews/${review.key}`)
  const first = signOffs[0]?.assignee?.id ?? 'hanna-lindqvist'
  await decide(page, first, key, 'reject', () => page.locator('#decide-reason').fill('It ranks people, not suppliers.'))

  await as(page, 'jonas-weber', `/solutions/${key}`)
  await page.getByText('A rule or a review said no.').waitFor()
  await page.getByText(/said no on/u).waitFor()
  await page.getByText('It ranks people, not suppliers.').waitFor()
  await button(page, 'Appeal').first().click()
  await page.locator('#act-reason').fill('It ranks delivery times of companies; no person stands in it.')
  await page.getByRole('dialog').getByRole('button', { name: 'Appeal' }).click()
  await page.getByText('Another person will look at it.').waitFor()
  await page.getByText('Another person looks at the no.').waitFor()
  const other = first === 'hanna-lindqvist' ? 'luca-ferri' : 'hanna-lindqvist'
  await decide(page, other, key, 'approve')
  await as(page, 'jonas-weber', `/solutions/${key}`)
  await page.getByText('It may go live.').waitFor()
  expect(complaints).toEqual([])
  await close()
}, 120_000)

test('what only the central team may build goes to them, and they confirm that they have it', async () => {
  const { page, complaints, close } = await site.visit()
  await speakAs(page, 'jonas-weber')
  await checkIdea(page, {
    ...teamHelper,
    audience: ['whole-company'],
    dataClasses: ['financial-records'],
    integrations: ['payment'],
    movesMoney: ['yes'],
    autonomy: ['acts-alone'],
  })
  await heading(page, 'The central team builds this with you.').waitFor()
  await link(page, 'Register it').click()
  const key = await register(page, 'Refunds by themselves')
  await page.getByText('The central team takes it from here.').waitFor()
  await page.getByText(/^Its arrival will be confirmed by/u).waitFor()

  await as(page, 'hanna-lindqvist', `/solutions/${key}`)
  await page.locator('#referral summary').click()
  await button(page, 'Confirm its arrival').last().click()
  await page.getByText('Write what the central team calls it.').first().waitFor()
  await page.locator('#receipt-reference').fill('CT-118')
  await button(page, 'Confirm its arrival').last().click()
  await page.getByText(/^Hanna Lindqvist confirmed its arrival on .*, as CT-118\.$/u).waitFor()
  expect(complaints).toEqual([])
  await close()
}, 90_000)

test('an idea that its tool blocks is mended by the tool that the answer names', async () => {
  const { page, complaints, close } = await site.visit()
  await speakAs(page, 'priya-raman')
  await checkIdea(page, { ...teamHelper, kind: ['ai-assisted-content'], tools: ['public-chat'] })
  await heading(page, 'Not yet: something has to be mended first.').waitFor()
  await page
    .getByText(/or use a tool that is approved for them: .*Company AI assistant/u)
    .first()
    .waitFor()
  await page.locator('#answers a[href*="page=tools"]').click()
  await input(page, ['tools', 'public-chat']).uncheck()
  await input(page, ['tools', 'company-assistant']).check()
  await page.locator('form [type=submit]').click()
  await heading(page, 'Your team can use this after one review.').waitFor()
  expect(complaints).toEqual([])
  await close()
}, 90_000)

test('an open question goes to a reviewer, who settles it with the maker, and then the idea has its answer', async () => {
  const { page, complaints, close } = await site.visit()
  await speakAs(page, 'priya-raman')
  await checkIdea(page, { ...teamHelper, decidesAboutIndividuals: ['not-sure'] })
  await heading(page, 'Almost: something has to be settled with you first.').waitFor()
  await link(page, 'Register it').click()
  const key = await register(page, 'Shift swaps')
  await link(page, 'Submit it').first().click()
  await button(page, 'Submit it').click()
  await page.getByText('Open questions are settled with you.').waitFor()

  await openReview(page, 'hanna-lindqvist', key)
  await page
    .locator('summary')
    .filter({ has: page.locator('xpath=..//*[@id="rule-fact"]') })
    .click()
  await page.locator('#rule-fact').selectOption('decidesAboutIndividuals')
  await page.locator('#rule-value input[value=none]').check()
  await page.locator('#rule-reason').fill('It only shows who would swap; people decide.')
  await button(page, 'Settle it').click()
  await page.getByText(/^Settled\. Its tier is now Team/u).waitFor()
  await as(page, 'priya-raman', `/solutions/${key}`)
  await page.getByText('It only shows who would swap; people decide.').first().waitFor()
  await page.getByText('An answer is promised by', { exact: false }).waitFor()
  expect(complaints).toEqual([])
  await close()
}, 90_000)

test('after a tool was withdrawn its maker is told, and moves to the one that was named in its place', async () => {
  const { page, complaints, close } = await site.visit()
  await speakAs(page, 'daniel-okoye')
  const wanted = { tool: 'flow-builder', replacedBy: ['app-builder'], note: 'Its vendor closes it down.' }
  const { id, version, digest } = await ask<{ id: string; version: number; digest: string }>(
    page,
    'POST',
    '/api/proposals/tool-withdrawals',
    wanted,
    { 'idempotency-key': crypto.randomUUID() },
  )
  await speakAs(page, 'amelia-hart')
  await ask(page, 'POST', `/api/proposals/${id}/adoption`, { digest }, { 'if-match': `"${version}"` })

  await beginSweep(page)
  await speakAs(page, 'priya-raman')
  const findings = () => ask<{ findings: { rule: string }[] }>(page, 'GET', '/api/findings?solution=SOL-0002')
  await expect
    .poll(async () => (await findings()).findings.map(({ rule }) => rule), { timeout: 60_000, interval: 500 })
    .toContain('tool-withdrawn')
  await page.goto('/solutions/SOL-0002')
  await page.getByRole('link', { name: 'Tool was withdrawn' }).waitFor()
  await page.goto('/solutions/SOL-0002/edit')
  await page.locator('#fact-tools summary').click()
  await input(page, ['tools', 'flow-builder']).uncheck()
  await input(page, ['tools', 'app-builder']).check()
  await page.locator('section[aria-live] li').first().waitFor()
  await page.locator('#note').fill('Flow builder was withdrawn.')
  await button(page, 'Save').click()
  await page.getByText('Saved. Submit it when it is complete.').waitFor()
  await page.getByText('A newer version is on its way').waitFor()
  expect(complaints).toEqual([])
  await close()
}, 120_000)
