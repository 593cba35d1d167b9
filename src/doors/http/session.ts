import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Answering, AnyOperation, Outcome, Run } from '#src/kernel/operation.ts'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import { sourceOf } from './arrival.ts'
import { clearCookies, credentialOf, setCookie } from './cookie.ts'
import { expectSameOrigin } from './same-origin.ts'

/** What begins a sign-in answers: the secret, which the door moves into a cookie, and what the pages may know. */
interface Begun {
  secret: string
  expiresAt: string
  lasts: number
  person: object
}
type Beginning = Answering<Begun>

export interface SignInOperations {
  startSession: Beginning
  startDemoSession: Beginning
  acceptLink: Beginning
  endSession: AnyOperation
  openAnswerLink: AnyOperation
}

/** A field that the door fills in itself: no caller says where it comes from. */
export const fromTheDoor = 'source'

/** The sign-in door's routes, for the matrix and the API document: it calls operations and moves a secret into a cookie. */
export const sessionRoutes = ({ startSession, startDemoSession, acceptLink, endSession, openAnswerLink }: SignInOperations) =>
  [
    { method: 'POST', path: '/api/session', calls: [startSession, startDemoSession] },
    { method: 'POST', path: '/api/session/link', calls: [acceptLink] },
    { method: 'DELETE', path: '/api/session', calls: [endSession] },
    { method: 'POST', path: '/api/answers', calls: [openAnswerLink] },
  ] satisfies { method: string; path: string; calls: AnyOperation[] }[]

const forVisitors = { bodyLimit: 8192, config: { forVisitors: true as const } }

export const mountSession = (app: FastifyInstance, operations: SignInOperations, run: Run): void => {
  const { startSession, startDemoSession, acceptLink, endSession, openAnswerLink } = operations

  /** Whoever signs in anew is done with the sign-in that this browser had before. */
  const leave = async (request: FastifyRequest): Promise<void> => {
    const before = credentialOf(request)
    if (before.kind !== 'session') return
    await run(endSession, {}, before).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    })
  }
  const answer = (request: FastifyRequest, reply: FastifyReply, { output, entries }: Outcome<Begun>) => {
    const { secret, lasts, ...rest } = output
    return reply
      .header('guildhall-entry', entries.join(', '))
      .header('set-cookie', [setCookie(request.arrival, secret, lasts), ...clearCookies(request)])
      .send(rest)
  }

  app.post('/api/session', forVisitors, async (request, reply) => {
    expectSameOrigin(request)
    const body = fieldsOf(request.body)
    const outcome =
      'person' in body
        ? await run(startDemoSession, body, { kind: 'none' })
        : await run(startSession, { ...body, [fromTheDoor]: sourceOf(request) }, { kind: 'none' })
    await leave(request)
    return answer(request, reply, outcome)
  })
  app.post('/api/session/link', forVisitors, async (request, reply) => {
    expectSameOrigin(request)
    const outcome = await run(acceptLink, fieldsOf(request.body), { kind: 'none' })
    await leave(request)
    return answer(request, reply, outcome)
  })
  app.post('/api/answers', forVisitors, async (request, reply) => {
    expectSameOrigin(request)
    const input = { ...fieldsOf(request.body), [fromTheDoor]: sourceOf(request) }
    const shown = credentialOf(request)
    // A sign-in that ended keeps nobody from a link that needs none.
    const { output, entries } = await run(openAnswerLink, input, shown).catch((error: unknown) => {
      if (error instanceof Refusal && error.kind === 'unauthenticated') return run(openAnswerLink, input, { kind: 'none' })
      throw error
    })
    return reply.header('guildhall-entry', entries.join(', ')).send(output)
  })
  app.delete('/api/session', async (request, reply) => {
    expectSameOrigin(request)
    const { entries } = await run(endSession, {}, credentialOf(request))
    return reply.header('guildhall-entry', entries.join(', ')).header('set-cookie', clearCookies(request)).status(204).send()
  })
}

/** @throws Refusal where the content is no object, or says what only the door can know. */
const fieldsOf = (body: unknown): Record<string, unknown> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw refuse('invalid', 'not-an-object', 'The request’s content is not an object.', 'Send an object: { "field": value, … }.')
  if (fromTheDoor in body)
    throw refuse('invalid', 'invalid-input', 'There is no such field here.', 'Leave it out, or look up how it is called.', fromTheDoor)
  return { ...body }
}
