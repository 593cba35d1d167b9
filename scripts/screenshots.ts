import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { allPages, type Ones, onesThere, type PageSeen, see } from '../test/browser/all-pages.ts'
import { openContent } from '../test/browser/content.ts'
import { answerAll, choices, goOn, input, teamHelper } from '../test/browser/answering.ts'
import { ask, speakAs } from '../test/browser/reviewing.ts'
import { openSite, settled, type Site } from '../test/browser/site.ts'
import { root } from '../test/harness.ts'

/*
 * A picture of every page, in both themes, wide and on a phone, of a company with a year behind it and of one that has just begun:
 * docs/screens/*.webp with their index docs/screens.md, and README's picture. Run it after a change to what pages show, and look.
 */
const folder = join(root, 'docs', 'screens')
const widths = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const themes = ['light', 'dark'] as const

interface Way {
  width: keyof typeof widths
  theme: (typeof themes)[number]
}
/** The last one is README's. */
const ways: readonly Way[] = [
  { width: 'phone', theme: 'dark' },
  { width: 'phone', theme: 'light' },
  { width: 'wide', theme: 'dark' },
  { width: 'wide', theme: 'light' },
]

/** As a WebP, which only the browser's own protocol makes. */
const picture = async (page: Page, path: string, format: 'webp' | 'png' = 'webp'): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', format === 'webp' ? { format, quality: 30 } : { format })
  await session.detach()
  await writeFile(path, Buffer.from(data, 'base64'))
}

/** The wizard with an answer given, and what it comes to. README's picture is the first of them. */
const inTheWizard = async (page: Page, take: (name: string) => Promise<void>): Promise<void> => {
  await page.context().clearCookies()
  await page.goto('/check')
  await page.waitForURL(/page=/u)
  for (const choice of await choices(page, teamHelper)) await input(page, choice).check()
  await goOn(page)
  for (const choice of await choices(page, teamHelper)) await input(page, choice).check()
  await settled(page)
  await take('check-answered')
  await picture(page, join(root, 'docs', 'images', 'check.png'), 'png')
  await goOn(page)
  await answerAll(page, { ...teamHelper, dataClasses: ['customer-pii'] })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await settled(page)
  await take('result')
}

/** A company of one's own has one person at first, who sees every page there is. */
const founder = { email: 'ada@lovelace.example', password: 'nine herons over the weir at dusk' }

/** Founds the company with the link from the terminal, or comes back to it. */
const signIn = async ({ terminal }: Site, page: Page): Promise<void> => {
  const begin = page.getByRole('button', { name: 'Start ours' })
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  if (await begin.isVisible()) {
    await begin.click()
    await page.getByRole('heading', { level: 1, name: 'Open the set-up link' }).waitFor()
    while (!/\/set-up#\S+/u.test(terminal())) await page.waitForTimeout(100)
    await page.goto(/\/set-up#\S+/u.exec(terminal())?.[0] ?? '')
    await settled(page)
    await page.locator('#company').fill('Lovelace Mills')
    await page.locator('#name').fill('Ada Lovelace')
    await page.locator('#email').fill(founder.email)
  } else {
    await page.goto('/sign-in')
    await page.locator('#email').fill(founder.email)
  }
  await page.locator('#password').fill(founder.password)
  await page.locator('form [type=submit]').click()
  await page
    .getByRole('button', { name: /Ada Lovelace/u })
    .first()
    .waitFor({ state: 'attached' })
}

const stay = async (page: Page, { path }: PageSeen): Promise<void> => {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await settled(page)
}

const nothing: Ones = {
  solution: 'none',
  draft: 'none',
  review: 'none',
  decided: 'none',
  finding: 'none',
  charter: 'none',
  comparison: '',
  proposal: 'none',
  entry: 'none',
  content: 'none',
  job: 'none',
  stop: 'none',
  incident: 'none',
  endpoint: 'none',
}

const fileOf = (name: string, state: string, { width, theme }: Way): string => `${name}-${state}-${width}-${theme}.webp`
/** What a company has before anybody did anything in it. */
const isThereAtFirst = ({ name, path }: PageSeen): boolean => !/\/(?:none|hanna-lindqvist)/.test(path) && !name.startsWith('home-')

/** What waits for Priya Raman's eyes, as whom the pages of content are seen. */
const letter = `Dear Ms Keller,

thank you for writing to us about the dented tins. We are sorry. Twelve new ones leave our warehouse in Hamburg tomorrow, and you may
keep the others.

Kind regards
Aldermoor Foods, customer service`

/** As little as content does the demo hold an address of a company's: it would have to be sealed, too. */
const addEndpoint = async (page: Page): Promise<void> => {
  await speakAs(page, 'grace-mbeki')
  const desk = { kind: 'webhook', name: 'Service desk', address: 'https://desk.example.com/hook', groups: ['stops', 'security'] }
  await ask(page, 'POST', '/api/endpoints', desk)
}

/** Every page of a site whose name is wanted: opened once, then looked at in every way. */
const look = async (site: Site, state: 'full' | 'empty', wanted: RegExp): Promise<void> => {
  const { page, close } = await site.visit()
  const take = async (name: string): Promise<void> => {
    await page.evaluate('document.fonts.ready')
    for (const way of ways) {
      await page.setViewportSize(widths[way.width])
      await page.emulateMedia({ colorScheme: way.theme })
      await page.evaluate('new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
      await picture(page, join(folder, fileOf(name, state, way)))
    }
  }
  await page.goto('/')
  if (state === 'empty') await signIn(site, page)
  else await (await openContent(page)).submit(letter)
  if (state === 'full') await addEndpoint(page)
  const pages = state === 'full' ? allPages(await onesThere(page)) : allPages(nothing).filter(isThereAtFirst)
  for (const each of pages.filter(({ name }) => wanted.test(name))) {
    await (state === 'full' ? see(page, each) : stay(page, each))
    await take(each.name)
  }
  if (state === 'full' && wanted.test('result')) await inTheWizard(page, take)
  await close()
}

const [wanted = ''] = process.argv.slice(2)
await mkdir(folder, { recursive: true })
for (const state of ['full', 'empty'] as const) {
  const site = await openSite({ holds: state === 'full' ? 'year' : 'nothing' })
  await look(site, state, new RegExp(wanted))
  await site.close()
}

const table = async (state: 'full' | 'empty'): Promise<string> => {
  const files = await readdir(folder)
  const names = new Set(files.flatMap(file => file.match(`^(.+)-${state}-`)?.slice(1, 2) ?? []))
  const cells = (name: string) => ways.map(way => `[${way.width}, ${way.theme}](screens/${fileOf(name, state, way)})`)
  return ['| page | pictures |', '|---|---|', ...[...names].sort().map(name => `| ${name} | ${cells(name).join(' · ')} |`)].join('\n')
}
await writeFile(
  join(root, 'docs', 'screens.md'),
  `# Every page

Made by \`npm run screenshots\`: of the demo with its year, and of a company that has just begun. Look at them after a change to what pages show.

## With a year behind it

${await table('full')}

## Just begun

${await table('empty')}
`,
)
