import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { n8n, node } from '#src/engines/inspect/cases/build.ts'
import { answers, forTeam } from '../db/solutions-world.ts'
import { speakAs } from './reviewing.ts'
import { barriers, openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** Declared as harmless for a team; its file writes to a customer system. */
const artifact = n8n('Leads', [node('On form', 'formTrigger'), node('Customers', 'salesforce')], ['On form > Customers'])
const content = 'bytes' in artifact ? Buffer.from(artifact.bytes) : Buffer.alloc(0)
const file = { name: 'leads.json', mimeType: 'application/json', buffer: content }

const register = (page: Page, name: string): Promise<string> =>
  page.evaluate(
    `fetch('/api/solutions', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(${JSON.stringify({ name, purpose: 'Sorts what comes in.', facts: forTeam, answers })}) }).then(answer => answer.json()).then(({ key }) => key)`,
  )

test('a maker has a file read, sees what it shows and costs before it is kept, and reviewers see it beside what is declared', async () => {
  const { page, complaints, close } = await site.visit()
  await speakAs(page, 'priya-raman')
  await page.goto('/check')
  const key = await register(page, 'Leads helper')
  await page.goto(`/solutions/${key}/edit`)
  const input = page.locator('input[type=file]')
  await input.waitFor({ state: 'attached' })

  await input.setInputFiles({ ...file, name: 'notes.json', buffer: Buffer.from('{"shopping": ["milk"]}') })
  await page.getByText(/n8n, Power Automate, Node-RED, Copilot Studio, Flowise, Dify or Langflow\.$/u).waitFor()
  await input.setInputFiles(file)
  await page.getByRole('heading', { name: 'What leads.json shows' }).waitFor()
  await page.getByText(/^By what is declared it is .*; with what the file shows it counts as .*\.$/u).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByText('Seen in one place').first().click()
  await page.locator('code', { hasText: 'Customers' }).first().waitFor()
  await page.getByRole('button', { name: 'Keep what it shows' }).click()
  await page.getByText('Saved. Submit it when it is complete.').waitFor()

  await page.getByText(/^Read for Priya Raman on/u).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.goto(`/solutions/${key}/submission`)
  await page.getByRole('button', { name: 'Submit it', exact: true }).click()
  await page.getByText('It is submitted.').waitFor()
  const review = await page.getByRole('link', { name: /^See the review/u }).getAttribute('href')

  await speakAs(page, 'daniel-okoye')
  await page.goto(review ?? '')
  await page.getByRole('heading', { name: 'What its file shows' }).waitFor()
  await page.getByText('differs').first().waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('a dropped file is read as a chosen one is, and German pages say all of it in German', async () => {
  const { page, close } = await site.visit({ locale: 'de-DE' })
  await speakAs(page, 'priya-raman')
  await page.goto('/check')
  const key = await register(page, 'Kontakthilfe')
  await page.goto(`/solutions/${key}/edit`)
  await page.locator('input[type=file]').waitFor({ state: 'attached' })
  await page.evaluate(`{
    const data = new DataTransfer()
    data.items.add(new File([Uint8Array.from(atob('${content.toString('base64')}'), c => c.charCodeAt(0))], 'kontakte.json'))
    document.querySelector('#artifact [class*=drop]').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
  }`)
  await page.getByRole('heading', { name: 'Was kontakte.json zeigt' }).waitFor()
  await page.getByRole('button', { name: 'Übernehmen, was sie zeigt' }).click()
  await page.getByText(/^Gelesen für Priya Raman am/u).waitFor()
  await page.goto(`/solutions/${key}/edit`)
  await page.getByRole('button', { name: 'Nicht mehr zählen lassen' }).click()
  await page.getByText('Gesichert.').waitFor()
  expect(await page.getByText(/^Gelesen für/u).count()).toBe(0)
  await close()
})
