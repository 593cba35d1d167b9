import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { allPages, type Ones, onesThere, type PageSeen, see } from '../test/browser/all-pages.ts'
import { answerAll, choices, goOn, input, teamHelper } from '../test/browser/answering.ts'
import { openSite, type Site } from '../test/browser/site.ts'
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
const ways: readonly Way[] = themes.flatMap(theme => [
  { width: 'wide' as const, theme },
  { width: 'phone' as const, theme },
])

/** As a WebP, which only the browser's own protocol makes. */
const picture = async (page: Page, path: string, format: 'webp' | 'png' = 'webp'): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', format === 'webp' ? { format, quality: 40 } : { format })
  await session.detach()
  await writeFile(path, Buffer.from(data, 'base64'))
}

/** What has to be done before there is something to see, in the order of a first visit. */
const inTheWizard = async (page: Page, take: (name: string) => Promise<void>): Promise<void> => {
  await page.context().clearCookies()
  await page.goto('/check')
  await page.waitForURL(/page=/u)
  for (const { name } of [{ name: 'kind' }, { name: 'audience' }]) {
    for (const choice of await choices(page, teamHelper)) await input(page, choice).check()
    await page.waitForLoadState('networkidle')
    if (name === 'audience') await take('check-answered')
    await goOn(page)
  }
  await answerAll(page, { ...teamHelper, dataClasses: ['customer-pii'] })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
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
    await page.locator('#company').fill('Lovelace Mills')
    await page.locator('#name').fill('Ada Lovelace')
    await page.locator('#email').fill(founder.email)
  } else {
    await page.goto('/sign-in')
    await page.locator('#email').fill(founder.email)
  }
  await page.locator('#password').fill(founder.password)
  await page.locator('form [type=submit]').click()
  await page.getByRole('button', { name: /Ada Lovelace/u }).first().waitFor({ state: 'attached' })
}

const stay = async (page: Page, { path }: PageSeen): Promise<void> => {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
}

const nothing: Ones = { solution: 'none', draft: 'none', review: 'none', decided: 'none', finding: 'none', proposal: 'none', entry: 'none', job: 'none' }

/** Every page of a site, in one way of looking at it. */
const look = async (site: Site, { width, theme }: Way, state: 'full' | 'empty', wanted: (page: PageSeen) => boolean): Promise<string[]> => {
  const { page, close } = await site.visit({ viewport: widths[width], colorScheme: theme, isMobile: width === 'phone', hasTouch: width === 'phone' })
  const names: string[] = []
  const take = async (name: string): Promise<void> => {
    await page.evaluate('document.fonts.ready')
    await picture(page, join(folder, fileOf(name, state, { width, theme })))
    names.push(name)
  }
  await page.goto('/')
  if (state === 'empty') await signIn(site, page)
  for (const each of allPages(state === 'full' ? await onesThere(page) : nothing).filter(wanted)) {
    await (state === 'full' ? see(page, each) : stay(page, each))
    await take(each.name)
  }
  if (state === 'full' && wanted({ name: 'result', person: null, path: '/check/result' })) await inTheWizard(page, take)
  if (state === 'full' && wanted({ name: 'check', person: null, path: '/check' }) && width === 'wide' && theme === 'light') {
    await page.goto('/check?page=audience')
    await page.waitForLoadState('networkidle')
    await picture(page, join(root, 'docs', 'images', 'check.png'), 'png')
  }
  await close()
  return names
}

/** What a company has before anybody did anything in it. */
const isThereAtFirst = (name: string, path: string): boolean => !/\/(?:none|hanna-lindqvist)/.test(path) && !name.startsWith('home-')

/** A company that has just begun is pictured in the light theme only. */
const waysOf = (state: 'full' | 'empty'): readonly Way[] => ways.filter(({ theme }) => state === 'full' || theme === 'light')
const fileOf = (name: string, state: string, { width, theme }: Way): string => `${name}-${state}-${width}-${theme}.webp`

const [wanted = ''] = process.argv.slice(2)
const only = new RegExp(wanted)
await mkdir(folder, { recursive: true })
if (wanted === '') for (const file of await readdir(folder)) await rm(join(folder, file))
const seen = { full: new Set<string>(), empty: new Set<string>() }
for (const state of ['full', 'empty'] as const) {
  const open = waysOf(state).filter(way => wanted === '' || only.test(`-${state}-${way.width}-${way.theme}`) || !/-(?:full|empty)-/.test(wanted))
  if (open.length === 0) continue
  const site = await openSite({ holds: state === 'full' ? 'year' : 'nothing' })
  for (const way of open)
    for (const name of await look(site, way, state, ({ name, path }) => only.test(fileOf(name, state, way)) && (state === 'full' || isThereAtFirst(name, path))))
      seen[state].add(name)
  await site.close()
}

const cell = (name: string, state: 'full' | 'empty'): string =>
  waysOf(state)
    .map(way => `[${way.width}, ${way.theme}](screens/${fileOf(name, state, way)})`)
    .join(' · ')
const table = (state: 'full' | 'empty'): string =>
  ['| page | pictures |', '|---|---|', ...[...seen[state]].map(name => `| ${name} | ${cell(name, state)} |`)].join('\n')
if (wanted === '')
  await writeFile(
    join(root, 'docs', 'screens.md'),
    `# Every page\n\nMade by \`npm run screenshots\`, of the demo with its year (full) and of a company that has just begun (empty).\n\n## Full\n\n${table('full')}\n\n## Empty\n\n${table('empty')}\n`,
  )
