import type { FastifyInstance } from 'fastify'
import type { Answering, AnyOperation, Run } from '#src/kernel/operation.ts'
import { clearCookie, credentialOf, expectSameOrigin, setCookie } from './cookie.ts'

export interface SignInOperations {
  startDemoSession: Answering<{ secret: string; expiresAt: string; person: object }>
  endSession: AnyOperation
}

/** The sign-in door's routes, for the authorization matrix: it calls operations and moves a secret into a cookie. */
export const sessionRoutes = ({ startDemoSession, endSession }: SignInOperations) => [
  { method: 'POST', path: '/api/session', calls: startDemoSession },
  { method: 'DELETE', path: '/api/session', calls: endSession },
]

export const mountSession = (app: FastifyInstance, { startDemoSession, endSession }: SignInOperations, run: Run): void => {
  app.post('/api/session', { bodyLimit: 4096 }, async (request, reply) => {
    expectSameOrigin(request.headers)
    const { output, entries } = await run(startDemoSession, request.body ?? {}, { kind: 'none' })
    const { secret, ...rest } = output
    return reply.header('guildhall-entry', entries.join(', ')).header('set-cookie', setCookie(secret, rest.expiresAt)).send(rest)
  })
  app.delete('/api/session', async (request, reply) => {
    expectSameOrigin(request.headers)
    const { entries } = await run(endSession, {}, credentialOf(request.headers))
    return reply.header('guildhall-entry', entries.join(', ')).header('set-cookie', clearCookie).status(204).send()
  })
}
