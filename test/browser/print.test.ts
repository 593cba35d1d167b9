import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openContent } from './content.ts'
import { pagesOf } from './paper.ts'
import { openReviews, speakAs } from './reviewing.ts'
import { openSite, settled, type Site } from './site.ts'

let site: Site
let review: string
let content: string
beforeAll(async () => {
  site = await openSite()
  review = (await openReviews(site)).controlled
  const { page, close } = await site.visit()
  content = await (await openContent(page)).submit('Dear customer, your claim was taken up.')
  await speakAs(page, 'amelia-hart')
  await page.goto('/findings')
  await page.locator('tbody tr').first().waitFor({ timeout: 60_000 })
  await close()
}, 120_000)
afterAll(() => site.close())

/** What a sheet of paper shows: the words that are there in print. */
const onPaper = async (page: Page): Promise<string> => {
  await page.emulateMedia({ media: 'print' })
  return page.locator('body').innerText()
}

const papers: readonly (readonly [string, string, () => string, RegExp])[] = [
  ['a solution', 'amelia-hart', () => '/solutions/SOL-0002', /SOL-0002, version \d+, ledger \d+ · as of /u],
  ['a review', 'amelia-hart', () => `/reviews/${review}`, /REV-\d{4}, version \d+ · as of /u],
  ['a ledger entry', 'yusuf-demir', () => '/ledger/3', /Ledger entry 3 · as of /u],
  ['the list of findings', 'amelia-hart', () => '/findings', /Findings · as of /u],
  ['messages', 'jonas-weber', () => '/messages', /Messages · as of /u],
  ['the texts of messages', 'grace-mbeki', () => '/messages/texts', /Texts of messages · as of /u],
  ['the content that waits', 'priya-raman', () => '/content', /Outgoing content · as of /u],
  ['content somebody looks at', 'daniel-okoye', () => `/content/${content}`, /[0-9a-f]{64}[^]* · as of /u],
  ['the figures', 'amelia-hart', () => '/figures', /as of /u],
]

test.each(papers)('%s on paper names itself, its version and its moment, and has no navigation', async (_, person, path, named) => {
  const { page, complaints, close } = await site.visit({ colorScheme: 'dark' })
  await speakAs(page, person)
  await page.goto(path())
  await page.locator('main h2, main dl, main table').first().waitFor()
  await settled(page)
  for (const format of ['A4', 'Letter']) {
    const sheets = pagesOf(await page.pdf({ format, printBackground: true }))
    expect(sheets, format).toBeGreaterThanOrEqual(1)
    expect(sheets, format).toBeLessThanOrEqual(4)
  }
  const shown = await onPaper(page)
  expect(shown).toMatch(/^Demo data|\nDemo data/u)
  expect(shown).toMatch(named)
  for (const gone of ['nav', 'header a', 'main button', 'main search', 'aside'])
    expect(await page.locator(gone).filter({ visible: true }).count(), gone).toBe(0)
  expect(complaints).toEqual([])
  await close()
})

test('every sheet says which it is of how many', async () => {
  const { page, close } = await site.visit()
  await page.goto('/')
  const boxes = await page.evaluate<string[]>(
    '[...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule instanceof CSSPageRule).map(rule => rule.cssText)',
  )
  expect(boxes.filter(text => text.startsWith('@page {')).join()).toMatch(/bottom-right[^}]*counter\(page\)[^}]*counter\(pages\)/u)
  await close()
})
