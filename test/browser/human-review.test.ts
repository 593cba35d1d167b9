import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { openContent } from './content.ts'
import type { EveryPage } from './every-page.ts'
import { expectSoundInGerman, expectSoundPages, seenBy } from './every-page.ts'
import { becameMore, lines } from './naughty.ts'
import { badlyRefused } from './refused.ts'
import { ask, speakAs } from './reviewing.ts'
import { openSite, settled, type Site } from './site.ts'
import { button, heading, link } from './walking.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const letter = 'Dear Ms Rossi,\nyour claim of 120 euros is settled.'

interface Content {
  verdict: string
  send: boolean
  approved: string | null
}

describe('content that waits for a person', () => {
  test('is read, changed in place with the difference beside it, and approved by keyboard alone', async () => {
    const { page, complaints, close } = await site.visit()
    const { submit } = await openContent(page)
    const id = await submit(letter)
    await speakAs(page, 'daniel-okoye')
    await page.goto('/content')
    await heading(page, /^One text waits for your eyes$/u).waitFor()
    await page.getByRole('link', { name: 'Mail to a customer' }).click()
    await heading(page, 'Mail to a customer waits for you').waitFor()
    await page.getByText('First shown to you').waitFor()
    await page.locator('h1:focus').waitFor()
    await page.keyboard.press('e')
    const text = page.getByLabel('The text as it will be sent')
    expect(await text.inputValue()).toBe(letter)
    await text.press('ControlOrMeta+a')
    await page.keyboard.type(letter.replace('120', '12'))
    await page.getByRole('heading', { name: 'What you change' }).waitFor()
    expect(await page.locator('del').innerText()).toContain('120')
    expect(await page.locator('ins').innerText()).toContain('12')
    await page.keyboard.press('Tab')
    await page.locator('#approve:focus').waitFor()
    expect(await page.locator('#approve').innerText()).toContain('Approve with my changes')
    await page.keyboard.press('Enter')
    await heading(page, 'Daniel Okoye approved it with changes').waitFor()
    await page.getByText('It may be sent.').waitFor()
    expect(await ask<Content>(page, 'GET', `/api/content-reviews/${id}`)).toMatchObject({
      send: true,
      approved: letter.replace('120', '12'),
    })
    await link(page, 'All content').click()
    await heading(page, 'Nothing waits for your eyes').waitFor()
    await page.getByLabel('Show', { exact: true }).selectOption('over')
    await page.getByText('Approved with changes').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('is rejected with a reason, which stands beside its field where it is missing', async () => {
    const { page, complaints, close } = await site.visit()
    const { submit } = await openContent(page)
    const id = await submit(letter)
    await speakAs(page, 'daniel-okoye')
    await page.goto(`/content/${id}`)
    await button(page, 'Reject it').click()
    const form = page.locator('form', { has: page.locator('#outgoing-reason') })
    expect(await badlyRefused(page, form, ['reason'])).toEqual([])
    await page.getByLabel('Why').fill('The tone is wrong.')
    await button(page, 'Reject it').click()
    await heading(page, 'Daniel Okoye rejected it').waitFor()
    await page.getByText('The tone is wrong.').waitFor()
    expect(await ask<Content>(page, 'GET', `/api/content-reviews/${id}`)).toMatchObject({ send: false, approved: null })
    await speakAs(page, 'jonas-weber')
    await page.goto(`/content/${id}`)
    await heading(page, 'No such content').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('comes in while the list stands open', async () => {
    const { page, close } = await site.visit()
    const { submit } = await openContent(page)
    const other = await site.visit()
    await speakAs(other.page, 'daniel-okoye')
    const listens = other.page.waitForResponse(response => response.url().includes('/api/events'))
    await other.page.goto('/content')
    await listens
    await other.page.getByRole('heading', { level: 1 }).waitFor()
    await settled(other.page)
    const before = await other.page.locator('tbody tr').count()
    await submit(letter)
    await other.page.locator('tbody tr').nth(before).waitFor()
    await other.close()
    await close()
  })

  test('is shown letter by letter, whatever it says', async () => {
    const { page, complaints, close } = await site.visit()
    const { submit } = await openContent(page)
    const id = await submit(lines.join('\n'))
    await page.goto(`/content/${id}`)
    await page.locator('#outgoing-content').waitFor()
    expect(await page.locator('#outgoing-content').inputValue()).toBe(lines.join('\n'))
    await ask(page, 'POST', `/api/content-reviews/${id}/approval`, { content: lines.toReversed().join('\n') })
    await page.reload()
    await page.getByRole('heading', { name: 'What was changed' }).waitFor()
    const shown = await page.evaluate<string>('document.querySelector("main").textContent')
    expect(lines.filter(line => !shown.includes(line))).toEqual([])
    expect(await becameMore(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})

test('an owner names who looks on the solution’s page, and connects a flow with a token that can’t decide', async () => {
  const { page, complaints, close } = await site.visit()
  const { solution } = await openContent(page)
  await page.goto(`/solutions/${solution}`)
  await page.getByText('Not proven yet').waitFor()
  await page.getByText('Change who looks').click()
  await page.getByLabel('Add somebody who looks').fill('Jonas')
  await button(page, 'Jonas Weber, Operations analyst')
    .or(page.getByRole('button', { name: /^Jonas Weber,/u }))
    .first()
    .click()
  await page.getByRole('button', { name: 'Remove Daniel Okoye' }).click()
  await page.getByLabel('How long it may wait').fill('2')
  await button(page, 'Save').click()
  await page.getByRole('alert').waitFor()
  expect(await badlyRefused(page, page.locator('form', { has: page.locator('#content-keepDays') }), ['deadlineMinutes'])).toEqual([])
  await page.getByLabel('How long it may wait').fill('90')
  await button(page, 'Save').click()
  await page.getByText('Jonas Weber, Priya Raman').waitFor()
  await page.getByText('1 h 30 min of working time').waitFor()
  await page.getByText('Connect a flow').click()
  await button(page, 'Make a token for a flow').click()
  const token = await page.locator('#content-step code').first().innerText()
  const decide = await page.request.post(`/api/content-reviews/${crypto.randomUUID()}/approval`, {
    headers: { authorization: `Bearer ${token}`, origin: site.address },
    data: {},
  })
  expect(await decide.json()).toMatchObject({ code: 'beyond-token' })
  expect(complaints).toEqual([])
  await close()
})

/** Verdicts whose flows wait at an address that may not be called. */
const giveUp = async (page: Page, { solution, submit }: Awaited<ReturnType<typeof openContent>>, times: number) => {
  await ask(page, 'POST', `/api/solutions/${solution}/content-step/secret`, {})
  for (let serial = 0; serial < times; serial += 1) {
    const id = await submit(letter, 'https://10.1.2.3/flow')
    await ask(page, 'POST', `/api/content-reviews/${id}/approval`, {})
  }
  await callBack(page)
  await speakAs(page, 'priya-raman')
  const given = () => ask<{ givenUp: number }>(page, 'GET', `/api/solutions/${solution}/content-step`)
  await expect.poll(async () => (await given()).givenUp, { timeout: 30_000 }).toBe(times)
}
const callBack = async (page: Page) => {
  await speakAs(page, 'grace-mbeki')
  await ask(page, 'POST', '/api/jobs', { kind: 'call-back' }, { 'idempotency-key': crypto.randomUUID() })
}

test('an owner sees which verdicts a flow could not be told of, and why, and has one told again, then all', async () => {
  const { page, complaints, close } = await site.visit()
  const content = await openContent(page)
  await giveUp(page, content, 3)
  await page.goto(`/solutions/${content.solution}`)
  await page.getByText('Connect a flow').click()
  await page.getByText('Flows could not be told of 3 verdicts.').waitFor()
  const rows = page.locator('#content-step tbody tr')
  await rows.nth(2).waitFor()
  expect(await rows.first().innerText()).toMatch(/Mail to a customer[^]*Approved[^]*Given up[^]*private target, after one try/u)
  await rows
    .first()
    .getByRole('button', { name: /^Try again: Mail to a customer, / })
    .click()
  await page.getByText('Its flow is told within a minute.').waitFor()
  await rows.nth(2).waitFor({ state: 'detached' })
  await button(page, 'Try all 2 again that were given up').click()
  await page.getByText('Their flows are told within a minute.').waitFor()
  await rows.first().waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
  await close()
}, 60_000)

const everyPage: EveryPage = async (page: Page, look) => {
  const content = await openContent(page)
  const { solution, submit } = content
  await giveUp(page, content, 1)
  const [waiting, decided] = [await submit(letter), await submit(letter)]
  await ask(page, 'POST', `/api/content-reviews/${decided}/approval`, { content: `${letter}\nThank you.` })
  const seen = seenBy(page, look)
  await seen('list', 'daniel-okoye', '/content', 'tbody tr')
  await seen('list, over', 'priya-raman', '/content?standing=over&view=all', 'tbody tr')
  await seen('content', 'daniel-okoye', `/content/${waiting}`, '#outgoing-content')
  await page
    .locator('#outgoing-content')
    .fill(`${letter} And a very long word: Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz.`)
  await page.locator('ins').first().waitFor()
  await look('content, changed')
  await seen('content, decided', 'priya-raman', `/content/${decided}`, 'ins')
  await seen('the step', 'priya-raman', `/solutions/${solution}`, '#content-step dl')
  for (const fold of await page.locator('#content-step summary').all()) await fold.click()
  await page.locator('#content-step pre').waitFor()
  await page.locator('#content-keepDays').waitFor()
  await page.locator('#content-step tbody tr').waitFor()
  await look('the step, opened')
}

test('no page of it has a barrier or scrolls in two directions', () => expectSoundPages(site, everyPage), 120_000)

test('nor has one in German', () => expectSoundInGerman(site, everyPage), 120_000)
