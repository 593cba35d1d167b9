import type { FastifyRequest } from 'fastify'
import { refuse } from '#src/kernel/refusal.ts'

/**
 * A change must come from a page of ours: browsers say where a request started (Fetch Metadata, else Origin), and a
 * page of another site cannot forge either. A program without a browser sends `Origin` itself.
 * @throws Refusal `other-site`
 */
export const expectSameOrigin = ({ headers, arrival }: FastifyRequest): void => {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  const same = origin === undefined ? site === 'same-origin' : origin === arrival.origin && (site === undefined || site === 'same-origin')
  if (same) return
  throw refuse(
    'forbidden',
    'other-site',
    'The request did not start on a page of this Guildhall.',
    `Use the pages here, or send the header Origin: ${arrival.origin} with it.`,
  )
}
