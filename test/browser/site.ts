import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright'
import { inject } from 'vitest'
import type { Sign } from '#src/kernel/message.ts'
import { readTrust, signText } from '#src/ledger/index.ts'
import { builtPage, scratch, startServer } from '../harness.ts'
import { launchChromium } from './chromium.ts'

export interface Visit {
  page: Page
  /** What nobody should meet: scripts that failed, what the policy stopped, questions to another server, a page without the policy. */
  complaints: string[]
  close(): Promise<void>
}

export interface Site {
  address: string
  /** A fresh browser, signed in as nobody, with nothing kept. */
  visit(options?: BrowserContextOptions): Promise<Visit>
  /** The ledger's public key, as somebody would have it from elsewhere. */
  ledgerKey(): Promise<string>
  /** Signs as the installation does. */
  sign: Sign
  /** What the terminal shows whoever started the server. */
  terminal(): string
  close(): Promise<void>
}

interface SiteParts {
  /** What it holds: the small demo, the demo with a year behind it, or nothing yet. */
  holds?: 'demo' | 'year' | 'nothing'
  /** A PostgreSQL to hold it, in place of the embedded database. */
  databaseUrl?: string
  /** Further settings of the server. */
  settings?: Record<string, string>
}

/** The real server, and a real browser before it. */
export const openSite = async ({ holds = 'demo', databaseUrl, settings: further }: SiteParts = {}): Promise<Site> => {
  if ((await builtPage()) === undefined)
    throw new Error('The pages are not built. Run `npm test`, or build them first with `vite build -c web/vite.config.ts`.')
  const data = await scratch()
  if (holds === 'demo' && databaseUrl === undefined) await cp(inject('demoBegun'), data.path, { recursive: true })
  // The master key never lies with the data.
  const home = await scratch()
  const settings: Record<string, string> = {
    HOME: home.path,
    ...(holds !== 'nothing' && { GUILDHALL_DEMO: '1' }),
    ...(holds === 'year' && { GUILDHALL_DEMO_SEED: '' }),
    ...further,
  }
  const server = await startServer({ data: data.path, databaseUrl, settings })
  const browser = await launchChromium()
  return {
    address: server.address,
    visit: options => visit(browser, server.address, options),
    ledgerKey: async () => (await readTrust(join(data.path, 'demo', 'keys')))?.vkey ?? '',
    sign: textFor => signText(join(data.path, 'demo', 'keys'), textFor),
    terminal: server.output,
    async close() {
      await browser.close()
      await server.stop()
      await data.remove()
      await home.remove()
    },
  }
}

/** What each page has asked for and not yet been answered. */
const underWay = new WeakMap<Page, Set<Request>>()
/** React holds back what was suspended for 300 ms, without asking for anything. */
const quietMs = 350
const patienceMs = 20_000

/** Waits until a page asks for nothing more: a third of a second without anything under way. @throws where it never rests. */
export const settled = async (page: Page): Promise<void> => {
  const asked = underWay.get(page)
  if (asked === undefined) throw new Error('Only a page of a visit can be waited for.')
  const since = performance.now()
  for (let quiet = 0; quiet < quietMs;) {
    const before = performance.now()
    if (before - since > patienceMs) throw new Error(`${[...asked].map(request => request.url()).join(', ')} was not answered.`)
    await setTimeout(20)
    quiet = asked.size === 0 ? quiet + performance.now() - before : 0
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
  const asked = new Set<Request>()
  underWay.set(page, asked)
  page.on('request', request => {
    // What a page listens to has no end.
    if (request.resourceType() !== 'eventsource') asked.add(request)
  })
  page.on('requestfinished', request => asked.delete(request))
  page.on('requestfailed', request => asked.delete(request))
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  // A refusal (4xx) is an answer like any other; the browser logs it all the same.
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  page.on('request', request => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== address) complaints.push(`Asks elsewhere: ${request.url()}`)
  })
  page.on('response', response => {
    const said = response.headers()['content-security-policy'] ?? 'no policy'
    if (response.request().resourceType() === 'document' && !policy.test(said)) complaints.push(`Another policy: ${said}`)
  })
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', event => console.error('Policy: ' + event.violatedDirective + ' ' + event.blockedURI))",
  )
  return { page, complaints, close: () => context.close() }
}

/** The whole policy of a page, word for word; only the nonce of its styles is another one each time. */
const policy =
  /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w-]{22}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'$/

/** Only what is wrong leaves the page; of the rest there is far more than of what it holds. */
const lookForBarriers = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ': ' + target.join(' ') + ' ' + failureSummary)))`

/**
 * What axe finds with every rule that it has, as `rule: place`; empty is the only good answer. Pages have no frames, so it
 * runs in the page itself, to which it comes once.
 */
export const barriers = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate<boolean>("'axe' in globalThis"))) await page.evaluate(axe.source)
  return page.evaluate<string[]>(lookForBarriers)
}
