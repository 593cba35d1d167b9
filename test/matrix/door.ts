import { join } from 'node:path'
import { pino } from 'pino'
import { z } from 'zod'
import { httpServer, loopbackReach } from '#src/doors/http/index.ts'
import type { AnyOperation, Credential, Run } from '#src/kernel/operation.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Program } from '#src/program.ts'
import { root } from '../harness.ts'

/** What whoever may do something hears instead of having it done. */
export const reached = 'reached'

const arrive = () => Promise.reject(refuse('conflict', reached, 'This is as far as it goes.', 'Nothing happened.'))
const marked = <O extends AnyOperation>(operation: O): O => ({
  ...operation,
  input: loosened(operation),
  ...(operation.ahead ? { ahead: () => Promise.resolve() } : {}),
  run: arrive,
})

/** What a request says must be well-formed before anybody asks who sent it: tested elsewhere, and nobody's permission. */
const loosened = ({ input: { shape } }: AnyOperation) =>
  z.looseObject(Object.fromEntries(Object.keys(shape).map(field => [field, z.unknown().optional()])))

/** The same program, of which every operation is whole but for what it does. */
export const markedProgram = (program: Program) => ({
  operations: program.operations.map(marked),
  signIn: Object.fromEntries(Object.entries(program.signIn).map(([name, operation]) => [name, marked(operation)])) as Program['signIn'],
  listChanges: marked(program.listChanges),
})

/** The real server on a free loopback port. */
export const openDoor = async ({ operations, signIn, listChanges }: Pick<Program, 'operations' | 'signIn' | 'listChanges'>, run: Run) => {
  const { app, routes } = httpServer({
    operations,
    signIn,
    run,
    events: { listChanges, position: () => 0 },
    log: pino({ level: 'silent' }),
    // Everybody asks from one address here; how many may is tested beside the door.
    visitors: { burst: 1_000_000, perSecond: 1_000_000 },
    reachOf: () => loopbackReach,
    pages: join(root, 'no-pages'),
    version: '0',
    readiness: () => Promise.resolve(null),
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const bound = app.server.address()
  const address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`

  const send = async (method: string, path: string, credential: Credential, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { origin: address, ...shown(credential), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, text, code: response.ok ? 'yes' : codeOf(text) }
  }

  return {
    address,
    routes,
    send,
    /** Asks for an operation as the page or a program would. */
    ask(operation: AnyOperation, input: Record<string, unknown>, credential: Credential, headers: Record<string, string> = {}) {
      if (!operation.http) throw new Error(`${operation.name} has no address.`)
      const { method, path } = operation.http
      const rest = { ...input }
      const filled = path.replace(/\{(\w+)\}/g, (_, field: string) => {
        const value = rest[field]
        delete rest[field]
        return encodeURIComponent(String(value))
      })
      const query =
        method === 'GET' ? `?${new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)])).toString()}` : ''
      return send(method, `/api${filled}${query}`, credential, method === 'GET' ? undefined : rest, headers)
    },
    close: () => app.close(),
  }
}

/** The header that says who asks. The program itself is nobody's to claim, so no header says so. */
const shown = (credential: Credential): Record<string, string> => {
  switch (credential.kind) {
    case 'session':
      return { cookie: `guildhall-session=${credential.secret}` }
    case 'token':
      return { authorization: `Bearer ${credential.secret}` }
    case 'answer':
      return { authorization: `Answer ${credential.secret}` }
    case 'operator':
      return { authorization: `Operator ${credential.secret}` }
    default:
      return {}
  }
}

/** The code of a problem; none is an answer. */
const codeOf = (text: string): string => {
  const content: unknown = JSON.parse(text)
  const code = typeof content === 'object' && content !== null && 'code' in content ? content.code : undefined
  return typeof code === 'string' ? code : 'no problem'
}
