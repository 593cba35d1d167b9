import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { isRole, type Role } from './screens/people/roles.ts'
import { isDeliveryState } from './screens/messages/states.ts'
import { isEventState } from './screens/endpoints/states.ts'
import { isStatus, type Status } from './screens/tools/statuses.ts'
import { isStanding, type Standing } from './screens/waivers/standings.ts'
import { type Decision, isDecision, isView } from './screens/review/views.ts'
import type { DeliveryState } from './data/messages.ts'
import type { EventState } from './data/endpoints.ts'
import type { View } from './data/reviews.ts'
import { type Language, languages } from './texts/language.tsx'
import { type ListSearch, readSearch } from './screens/solutions/filter.ts'
import { BrokenPage } from './screens/shell/broken-page.tsx'
import { NotFoundPage } from './screens/shell/not-found-page.tsx'
import { type FindingSearch, readFindingSearch } from './screens/findings/views.ts'
import { type LedgerSearch, readLedgerSearch } from './screens/ledger/ledger-search.ts'
import { isState as isIncidentState, type State as IncidentState } from './screens/incidents/states.ts'
import { type ContentSearch, readContentSearch } from './screens/human-review/standings.ts'
import { Shell } from './screens/shell/shell.tsx'
import { isStopKind, type StopKind } from './screens/stops/kinds.ts'
import { WelcomePage } from './screens/welcome/welcome-page.tsx'

/** Every address of the app, and the screen that answers it. Screens behind the first are fetched when they are needed. */
const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })

const textOr = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const welcome = createRoute({ getParentRoute: () => root, path: '/', component: WelcomePage })

const check = createRoute({
  getParentRoute: () => root,
  path: '/check',
  validateSearch: (search: Record<string, unknown>): { page?: string | undefined } => ({ page: textOr(search['page']) }),
  component: lazyRouteComponent(() => import('./screens/check/check-page.tsx'), 'WizardPage'),
})
const result = createRoute({
  getParentRoute: () => root,
  path: '/check/result',
  component: lazyRouteComponent(() => import('./screens/check/check-page.tsx'), 'ResultPage'),
})
const register = createRoute({
  getParentRoute: () => root,
  path: '/check/register',
  component: lazyRouteComponent(() => import('./screens/check/register-page.tsx'), 'RegisterPage'),
})

const solutions = createRoute({
  getParentRoute: () => root,
  path: '/solutions',
  validateSearch: (search: Record<string, unknown>): ListSearch => readSearch(search),
  component: lazyRouteComponent(() => import('./screens/solutions/solutions-page.tsx'), 'SolutionsPage'),
})
const mySolutions = createRoute({
  getParentRoute: () => root,
  path: '/my-solutions',
  component: lazyRouteComponent(() => import('./screens/solutions/my-solutions-page.tsx'), 'MySolutionsPage'),
})
const solution = createRoute({
  getParentRoute: () => root,
  path: '/solutions/$key',
  validateSearch: (search: Record<string, unknown>): { done?: string | undefined } => ({ done: textOr(search['done']) }),
  component: lazyRouteComponent(() => import('./screens/solutions/solution-page.tsx'), 'SolutionPage'),
})
const edit = createRoute({
  getParentRoute: () => root,
  path: '/solutions/$key/edit',
  component: lazyRouteComponent(() => import('./screens/solutions/edit-page.tsx'), 'EditPage'),
})
const submission = createRoute({
  getParentRoute: () => root,
  path: '/solutions/$key/submission',
  component: lazyRouteComponent(() => import('./screens/solutions/submit-page.tsx'), 'SubmitPage'),
})
const confirmation = createRoute({
  getParentRoute: () => root,
  path: '/solutions/$key/confirmation',
  component: lazyRouteComponent(() => import('./screens/solutions/confirm-page.tsx'), 'ConfirmPage'),
})

const reviews = createRoute({
  getParentRoute: () => root,
  path: '/reviews',
  validateSearch: (search: Record<string, unknown>): { view?: View | undefined } => ({
    view: isView(search['view']) ? search['view'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/review/queue-page.tsx'), 'QueuePage'),
})
const review = createRoute({
  getParentRoute: () => root,
  path: '/reviews/$review',
  validateSearch: (search: Record<string, unknown>): { decide?: Decision | undefined } => ({
    decide: isDecision(search['decide']) ? search['decide'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/review/review-page.tsx'), 'ReviewPage'),
})
const reviewFigures = createRoute({
  getParentRoute: () => root,
  path: '/figures',
  validateSearch: (search: Record<string, unknown>): { days?: 30 | 365 | undefined } => ({
    days: search['days'] === 30 || search['days'] === 365 ? search['days'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/review/figures-page.tsx'), 'FiguresPage'),
})

const contents = createRoute({
  getParentRoute: () => root,
  path: '/content',
  validateSearch: (search: Record<string, unknown>): ContentSearch => readContentSearch(search),
  component: lazyRouteComponent(() => import('./screens/human-review/inbox-page.tsx'), 'InboxPage'),
})
const content = createRoute({
  getParentRoute: () => root,
  path: '/content/$content',
  component: lazyRouteComponent(() => import('./screens/human-review/content-page.tsx'), 'ContentPage'),
})

const charter = createRoute({
  getParentRoute: () => root,
  path: '/charter',
  component: lazyRouteComponent(() => import('./screens/charter/guide-page.tsx'), 'GuidePage'),
})
const guardrails = createRoute({
  getParentRoute: () => root,
  path: '/charter/guardrails',
  component: lazyRouteComponent(() => import('./screens/charter/guardrails-page.tsx'), 'GuardrailsPage'),
})

const charterVersions = createRoute({
  getParentRoute: () => root,
  path: '/charter/versions',
  component: lazyRouteComponent(() => import('./screens/charter/versions-page.tsx'), 'VersionsPage'),
})
const charterVersion = createRoute({
  getParentRoute: () => root,
  path: '/charter/versions/$digest',
  component: lazyRouteComponent(() => import('./screens/charter/version-page.tsx'), 'VersionPage'),
})
const charterComparison = createRoute({
  getParentRoute: () => root,
  path: '/charter/comparison',
  validateSearch: (search: Record<string, unknown>): { from?: string | undefined; to?: string | undefined } => ({
    from: textOr(search['from']),
    to: textOr(search['to']),
  }),
  component: lazyRouteComponent(() => import('./screens/charter/comparison-page.tsx'), 'ComparisonPage'),
})
const proposeCharter = createRoute({
  getParentRoute: () => root,
  path: '/charter/propose',
  component: lazyRouteComponent(() => import('./screens/charter/propose-page.tsx'), 'ProposePage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./screens/access/sign-in-page.tsx'), 'SignInPage'),
})
/** One page for the three kinds of link; its secret says which. */
const links = ['/set-up', '/invitation', '/recovery'].map(path =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(() => import('./screens/access/link-page.tsx'), 'LinkPage'),
  }),
)
const answer = createRoute({
  getParentRoute: () => root,
  path: '/answer',
  component: lazyRouteComponent(() => import('./screens/answers/answer-page.tsx'), 'AnswerPage'),
})
const access = createRoute({
  getParentRoute: () => root,
  path: '/access',
  component: lazyRouteComponent(() => import('./screens/access/my-access-page.tsx'), 'MyAccessPage'),
})

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): { q?: string | undefined; role?: Role | undefined } => ({
    q: textOr(search['q']),
    role: typeof search['role'] === 'string' && isRole(search['role']) ? search['role'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/people/people-page.tsx'), 'PeoplePage'),
})
const addPerson = createRoute({
  getParentRoute: () => root,
  path: '/people/add',
  component: lazyRouteComponent(() => import('./screens/people/add-person-page.tsx'), 'AddPersonPage'),
})
const importPeople = createRoute({
  getParentRoute: () => root,
  path: '/people/import',
  component: lazyRouteComponent(() => import('./screens/people/import-page.tsx'), 'ImportPage'),
})
const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$person',
  component: lazyRouteComponent(() => import('./screens/people/person-page.tsx'), 'PersonPage'),
})
const units = createRoute({
  getParentRoute: () => root,
  path: '/units',
  validateSearch: (search: Record<string, unknown>): { at?: string | undefined } => ({ at: textOr(search['at']) }),
  component: lazyRouteComponent(() => import('./screens/people/units-page.tsx'), 'UnitsPage'),
})
const proposals = createRoute({
  getParentRoute: () => root,
  path: '/proposals',
  component: lazyRouteComponent(() => import('./screens/proposals/proposals-page.tsx'), 'ProposalsPage'),
})
const proposal = createRoute({
  getParentRoute: () => root,
  path: '/proposals/$proposal',
  component: lazyRouteComponent(() => import('./screens/proposals/proposal-page.tsx'), 'ProposalPage'),
})
const emergency = createRoute({
  getParentRoute: () => root,
  path: '/emergency',
  component: lazyRouteComponent(() => import('./screens/emergency/emergency-page.tsx'), 'EmergencyPage'),
})

const tools = createRoute({
  getParentRoute: () => root,
  path: '/tools',
  validateSearch: (
    search: Record<string, unknown>,
  ): { q?: string | undefined; status?: Status | undefined; dataClass?: string | undefined; overdue?: true | undefined } => ({
    q: textOr(search['q']),
    status: typeof search['status'] === 'string' && isStatus(search['status']) ? search['status'] : undefined,
    dataClass: textOr(search['dataClass']),
    overdue: search['overdue'] === true ? true : undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/tools/tools-page.tsx'), 'ToolsPage'),
})
const requestTool = createRoute({
  getParentRoute: () => root,
  path: '/tools/request',
  validateSearch: (search: Record<string, unknown>): { tool?: string | undefined } => ({ tool: textOr(search['tool']) }),
  component: lazyRouteComponent(() => import('./screens/tools/request-page.tsx'), 'RequestPage'),
})
const tool = createRoute({
  getParentRoute: () => root,
  path: '/tools/$tool',
  component: lazyRouteComponent(() => import('./screens/tools/tool-page.tsx'), 'ToolPage'),
})
const changeTool = createRoute({
  getParentRoute: () => root,
  path: '/tools/$tool/change',
  component: lazyRouteComponent(() => import('./screens/tools/change-page.tsx'), 'ChangePage'),
})
const withdrawTool = createRoute({
  getParentRoute: () => root,
  path: '/tools/$tool/withdrawal',
  component: lazyRouteComponent(() => import('./screens/tools/withdraw-page.tsx'), 'WithdrawPage'),
})
const waivers = createRoute({
  getParentRoute: () => root,
  path: '/waivers',
  validateSearch: (search: Record<string, unknown>): { standing?: Standing | undefined } => ({
    standing: typeof search['standing'] === 'string' && isStanding(search['standing']) ? search['standing'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/waivers/waivers-page.tsx'), 'WaiversPage'),
})

const findings = createRoute({
  getParentRoute: () => root,
  path: '/findings',
  validateSearch: (search: Record<string, unknown>): FindingSearch => readFindingSearch(search),
  component: lazyRouteComponent(() => import('./screens/findings/findings-page.tsx'), 'FindingsPage'),
})
const tonight = createRoute({
  getParentRoute: () => root,
  path: '/findings/tonight',
  component: lazyRouteComponent(() => import('./screens/findings/tonight-page.tsx'), 'TonightPage'),
})
const findingRules = createRoute({
  getParentRoute: () => root,
  path: '/findings/rules',
  component: lazyRouteComponent(() => import('./screens/findings/rules-page.tsx'), 'RulesPage'),
})
const effects = createRoute({
  getParentRoute: () => root,
  path: '/findings/effects',
  validateSearch: (search: Record<string, unknown>): { solution?: string | undefined } => ({ solution: textOr(search['solution']) }),
  component: lazyRouteComponent(() => import('./screens/findings/effects-page.tsx'), 'EffectsPage'),
})
const finding = createRoute({
  getParentRoute: () => root,
  path: '/findings/$finding',
  component: lazyRouteComponent(() => import('./screens/findings/finding-page.tsx'), 'FindingPage'),
})

const startStop = createRoute({
  getParentRoute: () => root,
  path: '/stop',
  validateSearch: (
    search: Record<string, unknown>,
  ): { kind?: StopKind | undefined; target?: string | undefined; model?: string | undefined } => ({
    kind: isStopKind(search['kind']) ? search['kind'] : undefined,
    target: textOr(search['target']),
    model: textOr(search['model']),
  }),
  component: lazyRouteComponent(() => import('./screens/stops/start-page.tsx'), 'StartPage'),
})
const stops = createRoute({
  getParentRoute: () => root,
  path: '/stops',
  validateSearch: (search: Record<string, unknown>): { standing?: 'in-force' | 'lifted' | undefined } => ({
    standing: search['standing'] === 'in-force' || search['standing'] === 'lifted' ? search['standing'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/stops/stops-page.tsx'), 'StopsPage'),
})
const stop = createRoute({
  getParentRoute: () => root,
  path: '/stops/$stop',
  component: lazyRouteComponent(() => import('./screens/stops/stop-page.tsx'), 'StopPage'),
})
const incidents = createRoute({
  getParentRoute: () => root,
  path: '/incidents',
  validateSearch: (search: Record<string, unknown>): { state?: IncidentState | undefined } => ({
    state: isIncidentState(search['state']) ? search['state'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/incidents/incidents-page.tsx'), 'IncidentsPage'),
})
const openIncident = createRoute({
  getParentRoute: () => root,
  path: '/incidents/open',
  validateSearch: (search: Record<string, unknown>): { stop?: string | undefined; solution?: string | undefined } => ({
    stop: textOr(search['stop']),
    solution: textOr(search['solution']),
  }),
  component: lazyRouteComponent(() => import('./screens/incidents/open-page.tsx'), 'OpenPage'),
})
const incident = createRoute({
  getParentRoute: () => root,
  path: '/incidents/$incident',
  component: lazyRouteComponent(() => import('./screens/incidents/incident-page.tsx'), 'IncidentPage'),
})
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/messages',
  component: lazyRouteComponent(() => import('./screens/messages/inbox-page.tsx'), 'InboxPage'),
})
const messagePreferences = createRoute({
  getParentRoute: () => root,
  path: '/messages/preferences',
  component: lazyRouteComponent(() => import('./screens/messages/preferences-page.tsx'), 'PreferencesPage'),
})
const messageTexts = createRoute({
  getParentRoute: () => root,
  path: '/messages/texts',
  validateSearch: (search: Record<string, unknown>): { language?: Language | undefined } => ({
    language: languages.find(language => language === search['language']),
  }),
  component: lazyRouteComponent(() => import('./screens/messages/texts-page.tsx'), 'TextsPage'),
})
const deliveries = createRoute({
  getParentRoute: () => root,
  path: '/messages/deliveries',
  validateSearch: (search: Record<string, unknown>): { state?: DeliveryState | undefined } => ({
    state: isDeliveryState(search['state']) ? search['state'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/messages/deliveries-page.tsx'), 'DeliveriesPage'),
})
const sending = createRoute({
  getParentRoute: () => root,
  path: '/messages/sending',
  component: lazyRouteComponent(() => import('./screens/messages/sending-page.tsx'), 'SendingPage'),
})

const jobs = createRoute({
  getParentRoute: () => root,
  path: '/jobs',
  component: lazyRouteComponent(() => import('./screens/jobs/jobs-page.tsx'), 'JobsPage'),
})
const job = createRoute({
  getParentRoute: () => root,
  path: '/jobs/$job',
  component: lazyRouteComponent(() => import('./screens/jobs/job-page.tsx'), 'JobPage'),
})
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./screens/settings/settings-page.tsx'), 'SettingsPage'),
})
const endpoints = createRoute({
  getParentRoute: () => root,
  path: '/settings/endpoints',
  component: lazyRouteComponent(() => import('./screens/endpoints/endpoints-page.tsx'), 'EndpointsPage'),
})
const addEndpoint = createRoute({
  getParentRoute: () => root,
  path: '/settings/endpoints/add',
  component: lazyRouteComponent(() => import('./screens/endpoints/add-page.tsx'), 'AddPage'),
})
const endpoint = createRoute({
  getParentRoute: () => root,
  path: '/settings/endpoints/$endpoint',
  validateSearch: (search: Record<string, unknown>): { state?: EventState | undefined } => ({
    state: isEventState(search['state']) ? search['state'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./screens/endpoints/endpoint-page.tsx'), 'EndpointPage'),
})
const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  validateSearch: (search: Record<string, unknown>): LedgerSearch => readLedgerSearch(search),
  component: lazyRouteComponent(() => import('./screens/ledger/ledger-page.tsx'), 'LedgerPage'),
})
const ledgerEntry = createRoute({
  getParentRoute: () => root,
  path: '/ledger/$entry',
  component: lazyRouteComponent(() => import('./screens/ledger/entry-page.tsx'), 'EntryPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    welcome,
    check,
    result,
    register,
    solutions,
    mySolutions,
    solution,
    edit,
    submission,
    confirmation,
    reviews,
    review,
    reviewFigures,
    contents,
    content,
    charter,
    guardrails,
    charterVersions,
    charterVersion,
    charterComparison,
    proposeCharter,
    signIn,
    ...links,
    answer,
    access,
    people,
    addPerson,
    importPeople,
    person,
    units,
    proposals,
    proposal,
    emergency,
    tools,
    requestTool,
    tool,
    changeTool,
    withdrawTool,
    waivers,
    findings,
    tonight,
    findingRules,
    effects,
    finding,
    startStop,
    stops,
    stop,
    incidents,
    openIncident,
    incident,
    inbox,
    messagePreferences,
    messageTexts,
    deliveries,
    sending,
    jobs,
    job,
    settings,
    endpoints,
    addEndpoint,
    endpoint,
    ledger,
    ledgerEntry,
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
