import { z } from 'zod'

/** What an operation was answered: its output, or the code of the expected no. */
export type Answer = { ok: true; output: unknown } | { ok: false; code: string; title: string; fields: readonly string[] }

/** A way in for people, through HTTP and nothing else. */
export interface Door {
  /** Looks something up as somebody, with the token that they made for it. */
  look<S extends z.ZodType>(person: string, schema: S, operation: string, input?: Record<string, unknown>): Promise<z.output<S>>
  /** Does something as somebody, who signs in for it once a day. */
  act(person: string, operation: string, input: Record<string, unknown>): Promise<Answer>
  /** A new day: yesterday's sign-ins are over. */
  newDay(): void
  /** How often was asked, what was refused how often, and who did something. */
  counts(): { asked: number; refused: ReadonlyMap<string, number>; acted: ReadonlySet<string> }
}

const document = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ operationId: z.string(), parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]) }),
    ),
  ),
})
const problem = z.object({ code: z.string(), title: z.string(), blockers: z.array(z.object({ field: z.string().optional() })).default([]) })
const madeToken = z.object({ secret: z.string() })

interface Route {
  method: string
  path: string
  parameters: readonly { name: string; in: string }[]
}

/**
 * Opens the door at an address. Every request is built as the API's own document says.
 * @throws Error where the server fails, or where somebody is refused what they only look at.
 */
export const openDoor = async (address: string): Promise<Door> => {
  const { paths } = document.parse(await (await fetch(`${address}/api/openapi.json`)).json())
  const routes = new Map<string, Route>(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId, parameters }]) => [operationId, { method: method.toUpperCase(), path, parameters }] as const,
      ),
    ),
  )
  const cookies = new Map<string, string>()
  const tokens = new Map<string, string>()
  const refused = new Map<string, number>()
  const acted = new Set<string>()
  let asked = 0

  const send = async (operation: string, input: Record<string, unknown>, credential: Record<string, string>): Promise<Response> => {
    const route = routes.get(operation)
    if (!route) throw new Error(`The API has no operation ${operation}.`)
    asked += 1
    const { path, query, headers, rest } = spread(route, { ...input, requestId: `simulation-${asked}` })
    const hasBody = route.method !== 'GET' && Object.keys(rest).length > 0
    const response = await fetch(`${address}${path}${query}`, {
      method: route.method,
      headers: { origin: address, ...credential, ...headers, ...(hasBody ? { 'content-type': 'application/json' } : {}) },
      ...(hasBody ? { body: JSON.stringify(rest) } : {}),
    })
    if (response.status >= 500) throw new Error(`${operation} failed: ${await response.text()}`)
    return response
  }

  const cookieOf = async (person: string): Promise<string> => {
    const known = cookies.get(person)
    if (known !== undefined) return known
    asked += 1
    const response = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { origin: address, 'content-type': 'application/json' },
      body: JSON.stringify({ person }),
    })
    const cookie = response.headers.get('set-cookie')?.split(';')[0]
    if (!response.ok || cookie === undefined) throw new Error(`${person} can’t sign in: ${await response.text()}`)
    cookies.set(person, cookie)
    return cookie
  }

  const act = async (person: string, operation: string, input: Record<string, unknown>): Promise<Answer> => {
    let response = await send(operation, input, { cookie: await cookieOf(person) })
    // Whoever was away from their desk for too long signs in again.
    if (response.status === 401) {
      cookies.delete(person)
      response = await send(operation, input, { cookie: await cookieOf(person) })
    }
    const said: unknown = await response.json()
    if (response.ok) {
      // A token of their own is a way to look and no deed.
      if (operation !== 'make-token') acted.add(person)
      return { ok: true, output: said }
    }
    const { code, title, blockers } = problem.parse(said)
    refused.set(`${operation} ${code}`, (refused.get(`${operation} ${code}`) ?? 0) + 1)
    return { ok: false, code, title, fields: blockers.flatMap(({ field }) => field ?? []) }
  }

  const tokenOf = async (person: string): Promise<string> => {
    const known = tokens.get(person)
    if (known !== undefined) return known
    const made = await act(person, 'make-token', { name: 'My overview', effects: ['read'], days: 365 })
    if (!made.ok) throw new Error(`${person} gets no token: ${made.title}`)
    const { secret } = madeToken.parse(made.output)
    tokens.set(person, secret)
    return secret
  }

  return {
    async look(person, schema, operation, input = {}) {
      const response = await send(operation, input, { authorization: `Bearer ${await tokenOf(person)}` })
      if (!response.ok) throw new Error(`${person} may not ${operation} ${JSON.stringify(input)}: ${await response.text()}`)
      return schema.parse(await response.json())
    },
    act,
    newDay: () => cookies.clear(),
    counts: () => ({ asked, refused, acted }),
  }
}

/** An input as path, query, headers and content. */
const spread = ({ path, method, parameters }: Route, input: Record<string, unknown>) => {
  const places = new Map(parameters.map(parameter => [parameter.name, parameter.in]))
  const headers: Record<string, string> = {
    ...(places.has('Idempotency-Key') ? { 'idempotency-key': String(input['requestId']) } : {}),
    ...(places.has('If-Match') ? { 'if-match': `"${String(input['version'])}"` } : {}),
  }
  const rest = Object.fromEntries(
    Object.entries(input).filter(([name]) => name !== 'requestId' && name !== 'version' && places.get(name) !== 'path'),
  )
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])))
  const query =
    method === 'GET' && Object.keys(rest).length > 0
      ? `?${new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)])).toString()}`
      : ''
  return { path: filled, query, headers, rest }
}
