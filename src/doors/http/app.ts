import type { IncomingMessage } from 'node:http'
import fastify from 'fastify'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { newId } from '#src/kernel/ids.ts'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import type { Reach } from './arrival.ts'
import { arrivalOf } from './arrival.ts'
import { readJson } from './body.ts'
import type { Allowance } from './buckets.ts'
import { createBuckets } from './buckets.ts'
import { clearCookies, credentialOf } from './cookie.ts'
import { WORTH_IT, compressAnswer, encodingFor } from './compression.ts'
import { securityHeaders } from './headers.ts'
import { noSuchAddress } from './pages.ts'
import { faultOf, problemOf, statusOf } from './problem.ts'

export interface AppParts {
  log: Logger
  /** How often one network may ask without a sign-in; left out, as often as a few people do. */
  visitors?: Allowance
  /** How the server is reached where a request came in. */
  reachOf(message: IncomingMessage): Reach
  /** Null where the server can do its work, else what keeps it from it. */
  readiness(): Promise<string | null>
}

/** One address that the running server answers at. */
export interface Route {
  method: string
  url: string
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whoever asks here is a visitor, whatever they show. */
    forVisitors?: true
  }
}

/**
 * What a visitor who shows nothing of themself may ask of the API. Enough for a few people behind one address who check
 * an idea question by question; a signed-in person is not counted.
 */
const fewPeople: Allowance = { burst: 120, perSecond: 5 }

/**
 * What every answer of ours goes through, whatever is mounted: whose request it is, the hard headers, limits, refusals
 * as problem documents, faults as a bare number; and whether we are alive and ready. `routes` is what it answers at.
 */
export const createApp = ({
  log,
  visitors = fewPeople,
  reachOf,
  readiness,
}: AppParts): { app: FastifyInstance; routes: readonly Route[] } => {
  const routes: Route[] = []
  const app = fastify({
    logger: false,
    bodyLimit: 64 * 1024,
    routerOptions: { maxParamLength: 200 },
    genReqId: newId,
    frameworkErrors: (error, request, reply) => void present(error, request, reply),
  })
  const waitOf = createBuckets(visitors)

  const present = (error: Error, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = asRefusal(error)
    // The browser drops what it would go on sending: else whoever was away too long could not even sign in again.
    if (refusal?.code === 'session-ended') void reply.header('set-cookie', clearCookies(request))
    if (!refusal) log.error({ request: request.id, err: error }, 'a request failed by our fault')
    return reply
      .status(refusal ? statusOf(refusal) : 500)
      .headers(securityHeaders({ secure: reachOf(request.raw).origin?.startsWith('https:') ?? false }))
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(refusal ? problemOf(refusal) : faultOf(request.id)))
  }

  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each, url })
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_: unknown, body: Buffer) => readJson(body))
  // Every request sets its own before anything reads it.
  app.decorateRequest('arrival')
  app.addHook('onRequest', async (request, reply) => {
    const reach = reachOf(request.raw)
    const secure = reach.origin?.startsWith('https:') ?? false
    reply.headers(securityHeaders({ secure })).header('cache-control', 'no-store')
    // Whoever watches a public server asks it by its bare address, and learns nothing else.
    if (reach.origin !== null && ['/healthz', '/readyz'].includes(request.url)) return
    request.arrival = arrivalOf(request.raw, reach)
    // What is shown may be made up: where nobody looks at it, it spares nobody the count.
    const visits = request.routeOptions.config.forVisitors ?? credentialOf(request).kind === 'none'
    if (!request.url.startsWith('/api/') || !visits) return
    const wait = waitOf(request.arrival.source)
    if (wait === 0) return
    reply.header('retry-after', wait)
    throw tooMany(wait)
  })
  app.addHook('onSend', async (request, reply, answer) => {
    if (typeof answer !== 'string' || answer.length < WORTH_IT || reply.hasHeader('content-encoding')) return answer
    const encoding = encodingFor(request.headers['accept-encoding'])
    reply.header('vary', 'accept-encoding')
    if (encoding === null) return answer
    reply.header('content-encoding', encoding).removeHeader('content-length')
    return compressAnswer(answer, encoding)
  })
  app.setErrorHandler<FastifyError>(present)
  app.setNotFoundHandler(() => {
    throw noSuchAddress()
  })
  app.get('/healthz', (_, reply) => reply.send({ alive: true }))
  app.get('/readyz', async (_, reply) => {
    const reason = await readiness()
    return reply.status(reason === null ? 200 : 503).send(reason === null ? { ready: true } : { ready: false, reason })
  })
  return { app, routes }
}

const tooMany = (wait: number) =>
  refuse(
    'too-many',
    'too-many-calls',
    'Very many calls came from your network without a sign-in.',
    `Wait ${wait === 1 ? 'a second' : `${wait} seconds`} and try again, or sign in: signed-in people are not counted.`,
  )

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
