import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { BrokenPage } from './screens/shell/broken-page.tsx'
import { NotFoundPage } from './screens/shell/not-found-page.tsx'
import { Shell } from './screens/shell/shell.tsx'
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
  component: lazyRouteComponent(() => import('./screens/solutions/solutions-page.tsx'), 'SolutionsPage'),
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

export const router = createRouter({
  routeTree: root.addChildren([welcome, check, result, register, solutions, solution, edit, charter, guardrails]),
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
