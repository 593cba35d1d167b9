import type { FastifyInstance } from 'fastify'
import type { AnyOperation, Run } from '#src/kernel/operation.ts'
import type { AppParts, Route } from './app.ts'
import { createApp } from './app.ts'
import { mount } from './mount.ts'
import { openApi } from './openapi.ts'
import { mountPages } from './pages.ts'
import type { SignInOperations } from './session.ts'
import { mountSession } from './session.ts'

export interface HttpParts extends AppParts {
  operations: readonly AnyOperation[]
  signIn: SignInOperations
  run: Run
  /** Where the built web app is. */
  pages: string
  version: string
}

/** The HTTP door of an open installation: the API and the pages. */
export const httpServer = ({
  operations,
  signIn,
  run,
  pages,
  version,
  ...parts
}: HttpParts): { app: FastifyInstance; routes: readonly Route[] } => {
  const { app, routes } = createApp(parts)
  const document = openApi(operations, signIn, version)
  app.get('/api/openapi.json', (_, reply) => reply.send(document))
  for (const operation of operations) mount(app, operation, run)
  mountSession(app, signIn, run)
  mountPages(app, pages)
  return { app, routes }
}
