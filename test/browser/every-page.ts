import type { BrowserContextOptions, Page } from 'playwright'
import { expect } from 'vitest'
import { speakAs } from './reviewing.ts'
import type { Site } from './site.ts'
import { barriers, settled } from './site.ts'

/** Goes to every page of a part of the app and says its name to whoever looks. */
export type EveryPage = (page: Page, look: (name: string) => Promise<void>) => Promise<void>

/** Looks at a page as one of the made-up people sees it, once something is there and nothing is asked for any more. */
export const seenBy =
  (page: Page, look: (name: string) => Promise<void>) =>
  async (name: string, person: string, path: string, there: string): Promise<void> => {
    await speakAs(page, person)
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.locator(there).first().waitFor()
    await settled(page)
    await look(name)
  }

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const circumstances = [
  { name: 'light', colorScheme: 'light', size: desk },
  { name: 'dark', colorScheme: 'dark', size: desk },
  { name: 'dark, on a phone', colorScheme: 'dark', size: phone },
  { name: 'light, on a phone', colorScheme: 'light', size: phone },
] as const
const narrow = [
  { name: 'on a tablet', size: { width: 768, height: 1024 } },
  { name: '320 px wide', size: { width: 320, height: 640 } },
  { name: 'at 400 % zoom of a laptop', size: { width: 320, height: 256 } },
]

/** A page is drawn anew before anything is asked of it: what React lays out otherwise comes a frame later than what CSS does. */
const resize = async (page: Page, size: { width: number; height: number }): Promise<void> => {
  await page.setViewportSize(size)
  await page.evaluate('new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
}

const widthOver = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

const tooWide = async (page: Page): Promise<string[]> => {
  const found: string[] = []
  for (const { name, size } of narrow) {
    await resize(page, size)
    const over = await widthOver(page)
    if (over > 0) found.push(`${name}: ${over} px too wide`)
  }
  return found
}

const inTheWay = async (page: Page): Promise<string[]> => {
  const found: string[] = []
  for (const { name, colorScheme, size } of circumstances) {
    await resize(page, size)
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: 'attached' })
    found.push(...(await barriers(page)).map(fault => `${name}: ${fault}`))
  }
  return found
}

/** Each page is gone to once and then looked at in all circumstances, and left as wide and as light as it was met. */
const lookedAt = async (site: Site, everyPage: EveryPage, options: BrowserContextOptions, looks: ((page: Page) => Promise<string[]>)[]) => {
  const { page, complaints, close } = await site.visit({ ...options, colorScheme: 'light', viewport: desk })
  const found: string[] = []
  await everyPage(page, async name => {
    for (const look of looks) found.push(...(await look(page)).map(fault => `${name}: ${fault}`))
    await resize(page, desk)
    await page.emulateMedia({ colorScheme: 'light' })
  })
  await close()
  return { found, complaints }
}

/**
 * No page has a barrier that axe knows of, in either theme, at a desk or on a phone; none has to be scrolled sideways where
 * there is little room; none breaks the policy, and none complains.
 */
export const expectSoundPages = async (site: Site, everyPage: EveryPage): Promise<void> =>
  expect(await lookedAt(site, everyPage, {}, [inTheWay, tooWide])).toEqual({ found: [], complaints: [] })

/** German words are longer: its pages have no barrier either, and none has to be scrolled sideways. */
export const expectSoundInGerman = async (site: Site, everyPage: EveryPage): Promise<void> =>
  expect(await lookedAt(site, everyPage, { locale: 'de-DE' }, [barriers, tooWide])).toEqual({ found: [], complaints: [] })
