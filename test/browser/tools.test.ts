import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Site } from './site.ts'
import { type EveryPage, expectSoundInGerman, expectSoundPages } from './every-page.ts'
import { speakAs } from './reviewing.ts'
import { openSite, settled } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const as = async (person: string, options: Parameters<Site['visit']>[0] = {}) => {
  const visit = await site.visit(options)
  const { status } = await visit.page.request
    .post('/api/session', { data: { person }, headers: { origin: site.address } })
    .then(response => ({ status: response.status() }))
  expect(status).toBe(200)
  return visit
}

describe('the pages about tools', () => {
  test('say in words which tool may see what, and keep what is looked for in the address', async () => {
    const { page, complaints, close } = await as('priya-raman')
    await page.goto('/tools')
    const row = page.getByRole('row', { name: /Public chat service/ })
    await row.waitFor()
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['Yes', ...Array.from({ length: 11 }, () => 'No')])
    expect(await page.getByRole('row', { name: /Meeting notes/ }).innerText()).toContain('Requested, answer by')
    await page.getByLabel('May see', { exact: true }).selectOption({ label: 'Health data' })
    await page.waitForURL(/dataClass=health/)
    await expect.poll(() => page.getByRole('rowheader').allInnerTexts()).toEqual([expect.stringContaining('Protected workspace')])
    await page.reload()
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(1)
    expect(complaints).toEqual([])
    await close()
  })

  test('show approved tools first, and ask why none will do', async () => {
    const { page, close } = await as('priya-raman')
    await page.goto('/tools/request')
    await page.getByLabel('Health data').check()
    await page.getByText('These are approved already').waitFor()
    expect(await page.getByRole('status').innerText()).toContain('Protected workspace')
    await page.getByLabel('Name of the tool').fill('Ward notes')
    await page.getByLabel('What it is for').fill('Takes notes.')
    await page.getByLabel('Who sells it').fill('Fernhill')
    await page.getByLabel('What you need it for').fill('For visits.')
    await page.getByRole('button', { name: 'Ask for it' }).click()
    await page
      .getByRole('alert')
      .getByText(/Protected workspace may see them/)
      .waitFor()
    await page.getByLabel('Why none of them will do').fill('It has no microphone.')
    await page.getByRole('button', { name: 'Ask for it' }).click()
    await page.getByText(/Ward notes is asked for/).waitFor()
    await close()
  })

  test('name every solution before anybody signs a withdrawal, to the first person and to the second', async () => {
    const { page, close } = await as('daniel-okoye')
    await page.goto('/tools/flow-builder/withdrawal')
    const heading = page.getByRole('heading', { name: /^\d+ solutions would be affected$/u })
    await heading.waitFor()
    const affected = await heading.innerText()
    const named = await page.getByRole('rowheader').allInnerTexts()
    expect(`${named.length} solutions would be affected`).toBe(affected)
    expect(named.join()).toMatch(/Small credit notes[\s\S]*Claims inbox sorting[\s\S]*Morning market digest/)
    await page.getByLabel('What to use instead').selectOption({ label: 'App builder' })
    await page.getByLabel('Why').fill('The contract ended.')
    await page.getByRole('button', { name: 'Propose the withdrawal' }).click()
    await page.getByRole('link', { name: 'It is proposed. A second person decides.' }).click()
    await page.waitForURL(/proposals/)
    const address = page.url()
    await close()

    const second = await as('amelia-hart')
    await second.page.goto(address)
    await second.page.getByRole('heading', { name: affected }).waitFor()
    expect(await second.page.getByRole('rowheader').allInnerTexts()).toEqual(named)
    await second.page.getByRole('button', { name: 'Adopt' }).click()
    await second.page
      .getByText(/Adopted by/u)
      .first()
      .waitFor()
    await second.page.goto('/tools/flow-builder')
    await second.page.getByText(/Withdrawn since/).waitFor()
    await second.close()
  })

  test('say what a change comes to before it is saved: closing holds at once, opening goes to a review', async () => {
    const { page, complaints, close } = await as('hanna-lindqvist')
    await page.goto('/tools/app-builder/change')
    await page.getByText('Say what it is called, what it is for and who sells it', { exact: false }).waitFor()
    await page.getByLabel('Who sells it').fill('Kits & Co.')
    await page.getByText('It holds at once.').waitFor()
    await page.getByLabel('Health data', { exact: true }).selectOption('3')
    await page.getByText(/^It goes to a review first, answered by/u).waitFor()
    await page.getByText('Opens: information (Health data)').waitFor()
    await page.getByLabel('Health data', { exact: true }).selectOption('')
    await page.getByText('It holds at once.').waitFor()
    await page.getByLabel('Why, for whoever reads it later').fill('Nobody had written down who sells it.')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.waitForURL(/app-builder$/u)
    await page.getByText('Kits & Co.').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  const everyPage: EveryPage = async (page, look) => {
    await speakAs(page, 'hanna-lindqvist')
    for (const path of [
      '/tools',
      '/tools/app-builder',
      '/tools/request',
      '/tools/app-builder/withdrawal',
      '/tools/app-builder/change',
      '/waivers',
    ]) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await settled(page)
      await look(path)
    }
  }

  test('keep nobody out, and need no scrolling sideways', () => expectSoundPages(site, everyPage), 120_000)

  test('keep nobody out in German either', () => expectSoundInGerman(site, everyPage), 120_000)
})
