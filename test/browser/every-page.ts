import type { BrowserContextOptions, Page } from 'playwright'
import { expect } from 'vitest'
import type { Site } from './site.ts'
import { barriers } from './site.ts'

/** Goes to every page of a part of the app and says its name to whoever looks. */
type EveryPage = (page: Page, look: (name: string) => Promise<void>) => Promise<void>

const lookedAt = async (site: Site, everyPage: EveryPage, options: BrowserContextOptions, faultsOf: (page: Page) => Promise<string[]>) => {
  const { page, complaints, close } = await site.visit(options)
  const found: string[] = []
  await everyPage(page, async name => {
    found.push(...(await faultsOf(page)).map(fault => `${name}: ${fault}`))
  })
  await close()
  return { found, complaints }
}

/** No page has a barrier that axe knows of, none breaks the policy, and none complains. */
export const expectNoBarriers = async (site: Site, everyPage: EveryPage, options: BrowserContextOptions): Promise<void> =>
  expect(await lookedAt(site, everyPage, options, barriers)).toEqual({ found: [], complaints: [] })

const widthOver = async (page: Page): Promise<string[]> => {
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  return over > 0 ? [`${over} px too wide`] : []
}

/** No page has to be scrolled sideways. */
export const expectOneDirection = async (site: Site, everyPage: EveryPage, options: BrowserContextOptions): Promise<void> =>
  expect((await lookedAt(site, everyPage, options, widthOver)).found).toEqual([])
