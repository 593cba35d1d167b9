import type { Page } from 'playwright'
import { ask, speakAs } from './reviewing.ts'
import { settled } from './site.ts'

export interface PageSeen {
  /** What it is called, in words that make a file's name. */
  name: string
  /** Who looks at it; null for a visitor. */
  person: string | null
  path: string
}

type Listed = Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>

/** What the first of a list is called, or a name that nothing has. */
const firstOf = async (page: Page, person: string, path: string, list: string, field: string): Promise<string> => {
  await speakAs(page, person)
  const [first] = (await ask<Listed>(page, 'GET', path))[list] ?? []
  return String(first?.[field] ?? 'none')
}

/** From the version before to the one in force; where there is one only, nothing is compared. */
const comparison = async (page: Page): Promise<string> => {
  await speakAs(page, lead)
  const { versions = [] } = await ask<Listed>(page, 'GET', '/api/charter/versions')
  const [to, from] = versions.map(({ digest }) => digest)
  return from === undefined ? '' : `?from=${from}&to=${to}`
}

const lead = 'amelia-hart'
const maker = 'priya-raman'

/** One of each kind of thing that has a page of its own. */
export const onesThere = async (page: Page) => ({
  solution: await firstOf(page, lead, '/api/solutions?state=active', 'solutions', 'key'),
  draft: await firstOf(page, maker, '/api/solutions?state=draft', 'solutions', 'key'),
  review: await firstOf(page, lead, '/api/reviews', 'reviews', 'key'),
  decided: await firstOf(page, lead, '/api/reviews?view=decided', 'reviews', 'key'),
  finding: await firstOf(page, lead, '/api/findings?state=open', 'findings', 'id'),
  charter: await firstOf(page, lead, '/api/charter/versions', 'versions', 'digest'),
  comparison: await comparison(page),
  proposal: await firstOf(page, lead, '/api/proposals', 'proposals', 'id'),
  entry: await firstOf(page, 'yusuf-demir', '/api/ledger/entries', 'entries', 'entry'),
  content: await firstOf(page, 'priya-raman', '/api/content-reviews?view=all', 'contents', 'id'),
  job: await firstOf(page, 'grace-mbeki', '/api/jobs', 'jobs', 'id'),
  stop: await firstOf(page, lead, '/api/stops', 'stops', 'key'),
  incident: await firstOf(page, lead, '/api/incidents', 'incidents', 'key'),
  endpoint: await firstOf(page, 'grace-mbeki', '/api/endpoints', 'endpoints', 'id'),
})
export type Ones = Awaited<ReturnType<typeof onesThere>>

/** Every address of the app, as somebody sees it who has to do with it; test/browser/everywhere.test.ts compares it with the router. */
export const allPages = ({
  solution,
  draft,
  review,
  decided,
  finding,
  charter,
  comparison,
  proposal,
  entry,
  content,
  job,
  stop,
  incident,
  endpoint,
}: Ones): readonly PageSeen[] => [
  { name: 'welcome', person: null, path: '/' },
  { name: 'check', person: null, path: '/check' },
  { name: 'charter', person: null, path: '/charter' },
  { name: 'guardrails', person: null, path: '/charter/guardrails' },
  { name: 'charter-versions', person: lead, path: '/charter/versions' },
  { name: 'charter-version', person: lead, path: `/charter/versions/${charter}` },
  { name: 'charter-comparison', person: lead, path: `/charter/comparison${comparison}` },
  { name: 'charter-change', person: lead, path: '/charter/propose' },
  { name: 'register-first', person: null, path: '/check/register' },
  { name: 'result-first', person: null, path: '/check/result' },
  { name: 'sign-in', person: null, path: '/sign-in' },
  ...['set-up', 'invitation', 'recovery'].map(link => ({ name: link, person: null, path: `/${link}` })),
  { name: 'answer', person: null, path: '/answer' },
  { name: 'home-maker', person: 'jonas-weber', path: '/' },
  { name: 'home-reviewer', person: 'hanna-lindqvist', path: '/' },
  { name: 'home-lead', person: lead, path: '/' },
  { name: 'my-solutions', person: 'priya-raman', path: '/my-solutions' },
  { name: 'solutions', person: lead, path: '/solutions' },
  { name: 'solution', person: lead, path: `/solutions/${solution}` },
  { name: 'solution-edit', person: maker, path: `/solutions/${draft}/edit` },
  { name: 'solution-submission', person: maker, path: `/solutions/${draft}/submission` },
  { name: 'solution-confirmation', person: 'priya-raman', path: `/solutions/${solution}/confirmation` },
  { name: 'reviews', person: 'hanna-lindqvist', path: '/reviews' },
  { name: 'review', person: 'hanna-lindqvist', path: `/reviews/${review}` },
  { name: 'review-decided', person: lead, path: `/reviews/${decided}` },
  { name: 'contents', person: 'priya-raman', path: '/content' },
  { name: 'content', person: 'priya-raman', path: `/content/${content}` },
  { name: 'figures', person: lead, path: '/figures' },
  { name: 'tools', person: 'priya-raman', path: '/tools' },
  { name: 'tool', person: lead, path: '/tools/flow-builder' },
  { name: 'tool-request', person: 'priya-raman', path: '/tools/request' },
  { name: 'tool-change', person: 'hanna-lindqvist', path: '/tools/app-builder/change' },
  { name: 'tool-withdrawal', person: 'daniel-okoye', path: '/tools/app-builder/withdrawal' },
  { name: 'waivers', person: lead, path: '/waivers' },
  { name: 'findings', person: lead, path: '/findings' },
  { name: 'finding', person: lead, path: `/findings/${finding}` },
  { name: 'findings-tonight', person: lead, path: '/findings/tonight' },
  { name: 'findings-rules', person: lead, path: '/findings/rules' },
  { name: 'findings-effects', person: lead, path: '/findings/effects' },
  { name: 'stop-something', person: 'daniel-okoye', path: '/stop' },
  { name: 'stop-tool', person: 'daniel-okoye', path: '/stop?kind=tool&target=flow-builder' },
  { name: 'stops', person: lead, path: '/stops' },
  { name: 'stop', person: lead, path: `/stops/${stop}` },
  { name: 'incidents', person: lead, path: '/incidents' },
  { name: 'incident-open', person: lead, path: '/incidents/open' },
  { name: 'incident', person: lead, path: `/incidents/${incident}` },
  { name: 'messages', person: 'jonas-weber', path: '/messages' },
  { name: 'messages-preferences', person: 'priya-raman', path: '/messages/preferences' },
  { name: 'messages-texts', person: 'grace-mbeki', path: '/messages/texts' },
  { name: 'messages-letters', person: 'grace-mbeki', path: '/messages/deliveries' },
  { name: 'messages-sending', person: 'grace-mbeki', path: '/messages/sending' },
  { name: 'people', person: 'grace-mbeki', path: '/people' },
  { name: 'person', person: 'grace-mbeki', path: '/people/hanna-lindqvist' },
  { name: 'person-add', person: 'grace-mbeki', path: '/people/add' },
  { name: 'people-import', person: 'grace-mbeki', path: '/people/import' },
  { name: 'units', person: 'grace-mbeki', path: '/units' },
  { name: 'proposals', person: lead, path: '/proposals' },
  { name: 'proposal', person: lead, path: `/proposals/${proposal}` },
  { name: 'emergency', person: 'grace-mbeki', path: '/emergency' },
  { name: 'access', person: 'priya-raman', path: '/access' },
  { name: 'jobs', person: 'grace-mbeki', path: '/jobs' },
  { name: 'job', person: 'grace-mbeki', path: `/jobs/${job}` },
  { name: 'settings', person: 'grace-mbeki', path: '/settings' },
  { name: 'endpoints', person: 'grace-mbeki', path: '/settings/endpoints' },
  { name: 'endpoint-add', person: 'grace-mbeki', path: '/settings/endpoints/add' },
  { name: 'endpoint', person: 'grace-mbeki', path: `/settings/endpoints/${endpoint}` },
  { name: 'ledger', person: 'yusuf-demir', path: '/ledger' },
  { name: 'ledger-entry', person: 'yusuf-demir', path: `/ledger/${entry}` },
  { name: 'no-such-page', person: null, path: '/nowhere' },
]

/** Opens it as whoever looks at it, and waits until it asks for nothing more. */
export const see = async (page: Page, { person, path }: PageSeen): Promise<void> => {
  if (person === null) await page.context().clearCookies()
  else await speakAs(page, person)
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await settled(page)
}
