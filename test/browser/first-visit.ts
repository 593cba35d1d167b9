import { settled, type Site } from './site.ts'

/** What a page may cost whoever opens it for the first time. Bytes are those that came over the wire, times are in milliseconds. */
export const budget = { weight: 300_000, view: 1_500, requests: 5, answer: 100_000, atServer: 100 }

export interface Opened {
  path: string
  /** Who looks at it; null for a visitor. */
  person: string | null
  /** What is there once the page has what its reader came for: a row, a question, a fact. */
  mark: string
}

/** The pages that people open day by day. `solution` is the key of one that runs. */
export const opened = (solution: string): readonly Opened[] => [
  { path: '/', person: null, mark: 'main button' },
  { path: '/', person: 'amelia-hart', mark: 'main h2' },
  { path: '/check', person: null, mark: 'fieldset input' },
  { path: '/solutions', person: 'hanna-lindqvist', mark: 'tbody th a' },
  { path: '/my-solutions', person: 'priya-raman', mark: 'tbody th a' },
  { path: `/solutions/${solution}`, person: 'hanna-lindqvist', mark: 'main dl dd' },
  { path: '/reviews', person: 'hanna-lindqvist', mark: 'tbody th a' },
  { path: '/findings', person: 'amelia-hart', mark: 'tbody th a' },
  { path: '/tools', person: 'priya-raman', mark: 'tbody th a' },
  { path: '/charter', person: null, mark: 'main h2' },
  { path: '/ledger', person: 'yusuf-demir', mark: 'tbody th a' },
]

type Part = 'html' | 'js' | 'css' | 'fonts' | 'api' | 'rest'

export interface FirstVisit {
  /** From the address to the mark. */
  view: number
  weights: Record<Part, number>
  /** What was asked of the API, in order: method and address. */
  asked: string[]
  /** What nobody should meet, questions to other servers among it. */
  complaints: string[]
}

/** Letters of further alphabets come with somebody's name, not with the page; the browser fetches their part of a font once. */
const isForNames = (url: string): boolean => /-(?:latin-ext|cyrillic|cyrillic-ext|greek|greek-ext|vietnamese)-[^/]*\.woff2$/.test(url)

const partOf = ({ url, kind }: Loaded): Part => {
  if (new URL(url).pathname.startsWith('/api/')) return 'api'
  if (kind === 'navigation') return 'html'
  return ({ js: 'js', css: 'css', woff2: 'fonts' } as Readonly<Record<string, Part>>)[/\.(\w+)$/.exec(url)?.[1] ?? ''] ?? 'rest'
}

interface Loaded {
  url: string
  kind: string
  bytes: number
}

/** Everything that the page loaded, with its bytes as they came: compressed (W3C Resource Timing, `encodedBodySize`). */
const loaded = `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .map(({ name, entryType, encodedBodySize }) => ({ url: name, kind: entryType, bytes: encodedBodySize }))`

/** Looks in each frame whether the mark is there, and keeps the moment. */
const watchFor = (mark: string): string => `globalThis.seenAt = new Promise(seen => {
  const look = () => document.querySelector(${JSON.stringify(mark)}) ? seen(performance.now()) : requestAnimationFrame(look)
  look()
})`

/** Opens a page in a browser that has kept nothing, and waits until it asks for nothing more. */
export const firstVisit = async (site: Site, { path, person, mark }: Opened): Promise<FirstVisit> => {
  const { page, complaints, close } = await site.visit()
  if (person !== null) await page.request.post('/api/session', { data: { person }, headers: { origin: site.address } })
  const asked: string[] = []
  page.on('request', request => {
    const address = request.url().slice(site.address.length)
    // Only the made-up company has people to speak as; and a stream is no question.
    if (address.startsWith('/api/') && !['/api/personas', '/api/events'].includes(address)) asked.push(`${request.method()} ${address}`)
  })
  await page.addInitScript(watchFor(mark))
  await page.goto(path)
  const view = await page.evaluate<number>('globalThis.seenAt')
  await settled(page)
  const weights: Record<Part, number> = { html: 0, js: 0, css: 0, fonts: 0, api: 0, rest: 0 }
  for (const each of await page.evaluate<Loaded[]>(loaded)) if (!isForNames(each.url)) weights[partOf(each)] += each.bytes
  await close()
  return { view, weights, asked, complaints }
}

/** Everything that came over the wire. */
export const weightOf = ({ weights }: FirstVisit): number => Object.values(weights).reduce((sum, weight) => sum + weight, 0)
