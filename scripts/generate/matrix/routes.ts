import { eventsRoute, sessionRoutes } from '#src/doors/http/index.ts'
import { program } from '../program.ts'

/** Addresses that belong to no operation, each with the reason why anyone may call it. */
export const openRoutes: readonly { method: string; path: string; why: string }[] = [
  { method: 'GET', path: '/api/openapi.json', why: 'says what can be asked, nothing of what is stored' },
  { method: 'GET', path: '/healthz', why: 'says that the process lives' },
  { method: 'GET', path: '/readyz', why: 'says whether the server can do its work' },
  { method: 'GET', path: '/*', why: 'the pages themselves; they get their data from the API' },
]

const events = eventsRoute(program.listChanges)

/** Every address with the operation that decides who may call it. */
export const routeTable = (): { method: string; path: string; operation: string }[] => [
  ...program.operations.flatMap(({ name, http }) => (http ? [{ method: http.method, path: `/api${http.path}`, operation: name }] : [])),
  ...sessionRoutes(program.signIn).flatMap(({ method, path, calls }) => calls.map(({ name }) => ({ method, path, operation: name }))),
  { method: events.method, path: events.path, operation: events.calls.name },
]
