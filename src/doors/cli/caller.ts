import { refuse, Refusal } from '#src/kernel/refusal.ts'
import type { AnyOperation, Answering, Outcome, Run } from '#src/kernel/operation.ts'
import { z } from 'zod'
import type { Caller } from './operation-command.ts'

/** Calls operations in this process. A person is signed in for the one call, and out again. */
export const callHere =
  (run: Run, signIn: { startDemoSession: Answering<{ secret: string }>; endSession: AnyOperation }): Caller =>
  async (operation, input, who) => {
    if (who === undefined) return run(operation, input, { kind: 'system', job: 'operator' })
    if ('token' in who) return run(operation, input, { kind: 'token', secret: who.token })
    const { output } = await run(signIn.startDemoSession, { person: who.persona }, { kind: 'none' })
    const credential = { kind: 'session', secret: output.secret } as const
    try {
      return await run(operation, input, credential)
    } finally {
      await run(signIn.endSession, {}, credential)
    }
  }

/** Calls operations at the server that holds the embedded directory, over its own HTTP door. */
export const callServer =
  (address: string, operatorSecret: string): Caller =>
  async (operation, input, who) => {
    if (who === undefined) return send(address, operation, input, { authorization: `Operator ${operatorSecret}` })
    if ('token' in who) return send(address, operation, input, { authorization: `Bearer ${who.token}` })
    const cookie = await signIn(address, who.persona)
    try {
      return await send(address, operation, input, { cookie })
    } finally {
      await request(address, 'DELETE', '/api/session', { credential: { cookie } })
    }
  }

/** The header that says who asks. */
type CredentialHeader = Record<string, string>

const signIn = async (address: string, person: string): Promise<string> => {
  const response = await request(address, 'POST', '/api/session', { body: { person } })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

const send = async <O>(
  address: string,
  operation: Answering<O>,
  input: Record<string, unknown>,
  credential: CredentialHeader,
): Promise<Outcome<O>> => {
  if (!operation.http)
    throw refuse('forbidden', 'program-only', 'Only the program itself does this.', 'There is nothing to do for you here.')
  const { method, path } = operation.http
  const rest = { ...input }
  const filled = path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = rest[field]
    delete rest[field]
    return encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value ?? ''))
  })
  const query =
    method === 'GET'
      ? `?${new URLSearchParams(Object.entries(rest).map(([field, value]) => [field, typeof value === 'string' ? value : JSON.stringify(value)])).toString()}`
      : ''
  const response = await request(address, method, `/api${filled}${query}`, { credential, body: method === 'GET' ? undefined : rest })
  const entries = response.headers.get('guildhall-entry')?.split(', ').map(Number) ?? []
  return { output: operation.output.parse(response.status === 204 ? {} : await response.json()), entries }
}

const request = async (
  address: string,
  method: string,
  path: string,
  { credential = {}, body }: { credential?: CredentialHeader; body?: unknown },
): Promise<Response> => {
  const response = await fetch(`${address}${path}`, {
    method,
    headers: { origin: address, ...credential, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  }).catch(() => {
    throw refuse('unavailable', 'server-silent', `The server at ${address} does not answer.`, 'Wait for it to start, or stop it.')
  })
  if (response.ok) return response
  const problem = refused.parse(await response.json())
  throw new Refusal(
    problem.status >= 500 ? 'unavailable' : 'invalid',
    problem.code,
    problem.title,
    problem.blockers.map(({ field, ...blocker }) => ({ ...blocker, ...(field === undefined ? {} : { field }) })),
  )
}

const refused = z.object({
  code: z.string(),
  title: z.string(),
  status: z.int(),
  blockers: z.array(z.object({ field: z.string().optional(), reason: z.string(), remedy: z.string() })),
})
