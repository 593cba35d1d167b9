import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { barriers } from './site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

test('the browser runs scripts, draws letters and lets itself be examined for accessibility', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.setContent('<html lang="en"><title>t</title><main><h1></h1><button></button></main></html>')
  await page.evaluate("document.querySelector('h1').textContent = String(6 * 7)")
  expect(await page.textContent('h1')).toBe('42')
  expect((await page.locator('h1').boundingBox())?.height).toBeGreaterThan(10)
  expect(await barriers(page)).toContainEqual(expect.stringMatching(/^button-name: button /u))
  await context.close()
})
