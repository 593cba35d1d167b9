import fastify from 'fastify'
import type { FastifyError, FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { AnyOperation, Run } from '#src/kernel/operation.ts'
import { newId } from '#src/kernel/ids.ts'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import { readJson } from './body.ts'
import { expectKnownHost } from './cookie.ts'
import { securityHeaders } from './headers.ts'
import { mount } from './mount.ts'
import { openApi } from './openapi.ts'
import { mountPages, noSuchAddress } from './pages.ts'
import { faultOf, problemOf, statusOf } from './problem.ts'
import type { SignInOperations } from './session.ts'
import { mountSession } from './session.ts'

export interface HttpParts {
  operations: readonly AnyOperation[]
  signIn: SignInOperations
  run: Run
  log: Logger
  /** Where the built web app is. */
  pages: string
  version: string
  /** Null where the server can do its work, else what keeps it from it. */
  readiness(): Promise<string | null>
}

/** One address that the running server answers at. */
export interface Route {
  method: string
  url: string
}

/** The HTTP door: the API, the pages, and whether we are alive and ready. `routes` is what it answers at, as it counted. */
export const httpServer = ({
  operations,
  signIn,
  run,
  log,
  pages,
  version,
  readiness,
}: HttpParts): { app: FastifyInstance; routes: readonly Route[] } => {
  const routes: Route[] = []
  const app = fastify({
    logger: false,
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
    http: { headersTimeout: 10_000, maxHeaderSize: 16 * 1024 },
    routerOptions: { maxParamLength: 200 },
    genReqId: newId,
    return503OnClosing: true,
    frameworkErrors: (error, _, reply) => void present(error, '-', reply),
  })

  const present = (error: FastifyError | Error, requestNumber: string, reply: Parameters<Parameters<typeof app.setErrorHandler>[0]>[2]) => {
    const refusal = asRefusal(error)
    if (!refusal) log.error({ request: requestNumber, err: error }, 'a request failed by our fault')
    return reply
      .status(refusal ? statusOf(refusal) : 500)
      .headers(securityHeaders())
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(refusal ? problemOf(refusal) : faultOf(requestNumber)))
  }

  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each, url })
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_: unknown, body: string) => readJson(body))
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders()).header('cache-control', 'no-store')
    expectKnownHost(request.headers)
  })
  app.setErrorHandler<FastifyError>((error, request, reply) => present(error, request.id, reply))
  app.setNotFoundHandler(() => {
    throw noSuchAddress()
  })

  const document = openApi(operations, signIn, version)
  app.get('/api/openapi.json', (_, reply) => reply.send(document))
  app.get('/healthz', (_, reply) => reply.send({ alive: true }))
  app.get('/readyz', async (_, reply) => {
    const reason = await readiness()
    return reply.status(reason === null ? 200 : 503).send(reason === null ? { ready: true } : { ready: false, reason })
  })
  for (const operation of operations) mount(app, operation, run)
  mountSession(app, signIn, run)
  mountPages(app, pages)

  // A kept-alive connection without a request would hold the close back until it times out.
  app.addHook('preClose', done => {
    const sweep = setInterval(() => app.server.closeIdleConnections(), 50)
    app.server.once('close', () => clearInterval(sweep))
    done()
  })
  return { app, routes }
}

/** The framework's own complaints about a request are expected noes as well; whatever is left is a bug. */
const asRefusal = (error: FastifyError | Error): Refusal | undefined => {
  if (error instanceof Refusal) return error
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status === undefined || status < 400 || status >= 500) return undefined
  if (status === 413) return refuse('too-large', 'too-large', 'The request is larger than this address takes.', 'Send less at once.')
  if (status === 415)
    return refuse(
      'invalid',
      'not-json',
      'The request’s content is not marked as JSON.',
      'Send JSON with the header Content-Type: application/json.',
    )
  return refuse('invalid', 'bad-request', 'The request can’t be read.', 'Check its address, headers and length.')
}
