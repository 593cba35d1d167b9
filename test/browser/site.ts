import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright'
import { readTrust } from '#src/ledger/index.ts'
import { builtPage, scratch, startServer } from '../harness.ts'
import { launchChromium } from './chromium.ts'

export interface Visit {
  page: Page
  /** What the browser complained about: scripts that failed, styles or requests that the policy stopped. */
  complaints: string[]
  close(): Promise<void>
}

export interface Site {
  address: string
  /** A fresh browser, signed in as nobody, with nothing kept. */
  visit(options?: BrowserContextOptions): Promise<Visit>
  /** The ledger's public key, as somebody would have it from elsewhere. */
  ledgerKey(): Promise<string>
  /** What the terminal shows whoever started the server. */
  terminal(): string
  close(): Promise<void>
}

/** The real server, on a fresh demo company or on nothing yet, and a real browser before it. */
export const openSite = async ({ demo = true }: { demo?: boolean } = {}): Promise<Site> => {
  if ((await builtPage()) === undefined)
    throw new Error('The pages are not built. Run `npm test`, or build them first with `vite build -c web/vite.config.ts`.')
  const data = await scratch()
  // The master key never lies with the data.
  const home = await scratch()
  const server = await startServer(demo ? { data: data.path } : { data: data.path, settings: { HOME: home.path } })
  const browser = await launchChromium()
  return {
    address: server.address,
    visit: options => visit(browser, server.address, options),
    ledgerKey: async () => (await readTrust(join(data.path, 'demo', 'keys')))?.vkey ?? '',
    terminal: server.output,
    async close() {
      await browser.close()
      await server.stop()
      await data.remove()
      await home.remove()
    },
  }
}

const visit = async (browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> => {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  waiting.set(page, watchAnswers(page))
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  // A refusal (4xx) is an answer like any other; the browser logs it all the same.
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', event => console.error('Policy: ' + event.violatedDirective + ' ' + event.blockedURI))",
  )
  return { page, complaints, close: () => context.close() }
}

/** How many requests of a page have no answer yet, and since when that is so. What a page listens to has no end, and does not count. */
const watchAnswers = (page: Page) => {
  const open = new Set<Request>()
  const state = { open, since: performance.now() }
  const over = (request: Request): void => {
    if (open.delete(request)) state.since = performance.now()
  }
  page.on('request', request => {
    if (request.resourceType() === 'eventsource') return
    open.add(request)
    state.since = performance.now()
  })
  page.on('requestfinished', over)
  page.on('requestfailed', over)
  return state
}
const waiting = new WeakMap<Page, ReturnType<typeof watchAnswers>>()

/** Once everything that a page asked for is there, and half a second went by without its asking for more. */
export const answered = async (page: Page): Promise<void> => {
  const state = waiting.get(page)
  while (state !== undefined && (state.open.size > 0 || performance.now() - state.since < 500)) await page.waitForTimeout(50)
}

/** What axe finds with every rule that it has, as `rule: place`; empty is the only good answer. */
export const barriers = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  )
}
