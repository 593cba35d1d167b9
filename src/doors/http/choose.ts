import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Clock } from '#src/kernel/clock.ts'
import { parseInput } from '#src/kernel/parse.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { AppParts } from './app.ts'
import { createApp } from './app.ts'
import { mountPages } from './pages.ts'
import { expectSameOrigin } from './same-origin.ts'

/** What a new Guildhall can begin as: the made-up company, or one's own. */
const choice = z.strictObject({ what: z.enum(['demo', 'ours']).describe('The made-up company to look around in, or one’s own.') })
export type Choice = z.output<typeof choice>['what']

/** How far an installation has come: see `show-me`. */
export type Stage = 'set-up' | 'ready'

export interface ChooseParts extends AppParts {
  /** Opens what was chosen; asked again for the same, it says again how far that is. */
  start(what: Choice): Promise<Stage>
  pages: string
  clock: Clock
  /** What can be asked once something is open, for programs that read ahead. */
  document: object
}

/** The HTTP door while nothing is open: the pages offer the choice, and everything else waits for it. */
export const choosingServer = ({ start, pages, clock, document, ...parts }: ChooseParts): FastifyInstance => {
  const { app } = createApp(parts)
  app.get('/api/openapi.json', (_, reply) => reply.send(document))
  app.get('/api/me', (_, reply) =>
    reply.send({
      person: null,
      company: '',
      demo: false,
      now: clock.now().toString(),
      stage: 'choose',
      emergencies: [],
      toActOn: 0,
      needs: [],
    }),
  )
  app.post('/api/start', { bodyLimit: 4096 }, async (request, reply) => {
    expectSameOrigin(request)
    const { what } = parseInput(choice, request.body ?? {})
    return reply.send({ stage: await start(what) })
  })
  app.all('/api/*', () => {
    throw refuse(
      'unavailable',
      'not-chosen-yet',
      'Nobody has chosen yet what this Guildhall begins as.',
      'Open the first page and choose: look around in the made-up company, or start your own.',
    )
  })
  mountPages(app, pages)
  return app
}
