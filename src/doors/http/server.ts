import type { FastifyInstance } from 'fastify'
import type { AnyOperation, Run } from '#src/kernel/operation.ts'
import type { AppParts, Route } from './app.ts'
import { createApp } from './app.ts'
import type { EventLimits, EventParts } from './events.ts'
import { mountEvents } from './events.ts'
import { mount } from './mount.ts'
import { openApi } from './openapi.ts'
import { mountPages } from './pages.ts'
import type { SignInOperations } from './session.ts'
import { mountSession } from './session.ts'
import { createWaiting } from './waiting.ts'

export interface HttpParts extends AppParts {
  operations: readonly AnyOperation[]
  signIn: SignInOperations
  run: Run
  events: EventParts
  /** Left out, as many as a company has. */
  eventLimits?: EventLimits
  /** Where the built web app is. */
  pages: string
  version: string
}

/** The HTTP door of an open installation: the API and the pages. */
export const httpServer = ({
  operations,
  signIn,
  run,
  events,
  eventLimits,
  pages,
  version,
  ...parts
}: HttpParts): { app: FastifyInstance; routes: readonly Route[]; endEvents(): void } => {
  const { app, routes } = createApp(parts)
  const document = openApi({ operations, signIn, listChanges: events.listChanges }, version)
  app.get('/api/openapi.json', (_, reply) => reply.send(document))
  const waiting = createWaiting()
  for (const operation of operations) mount(app, operation, run, waiting.wait)
  mountSession(app, signIn, run)
  const endEvents = mountEvents(app, events, run, parts.log, eventLimits)
  mountPages(app, pages)
  return {
    app,
    routes,
    endEvents() {
      endEvents()
      waiting.end()
    },
  }
}
