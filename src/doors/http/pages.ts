import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '#src/kernel/refusal.ts'
import type { Encoding } from './compression.ts'
import { compressOnce, encodingFor } from './compression.ts'
import { newNonce, securityHeaders } from './headers.ts'

const mediaTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/**
 * Serves the built web app from memory. Files below /assets carry a digest in their name and never change; the page
 * itself is made anew for each visit, because it carries that visit's nonce. Every address that is not the API's shows
 * the app, which knows its own pages.
 */
export const mountPages = (app: FastifyInstance, directory: string): void => {
  const page = existsSync(join(directory, 'index.html')) ? readFileSync(join(directory, 'index.html'), 'utf8') : undefined
  for (const file of page === undefined ? [] : readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const type = mediaTypes[extname(file.name)]
    if (!file.isFile() || !type || file.name === 'index.html') continue
    const path = join(file.parentPath, file.name)
    const send = sender(readFileSync(path), type)
    const url = path.slice(directory.length).replaceAll('\\', '/')
    const cache = url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    app.get(url, (request, reply) => send(request, reply.header('cache-control', cache)))
  }

  app.get('/*', (request, reply) => {
    if (request.url === '/api' || request.url.startsWith('/api/') || extname(request.url.replace(/\?.*$/, '')) !== '') throw noSuchAddress()
    if (page === undefined)
      throw refuse('unavailable', 'pages-not-built', 'The web pages have not been built.', 'Start with `npm start`, which builds them.')
    const nonce = newNonce()
    return reply
      .headers(securityHeaders({ secure: request.arrival.secure, nonce }))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__NONCE__', nonce))
  })
}

/** Sends a file, compressed for whoever takes that; each way is prepared once, when it is first asked for. */
const sender = (content: Buffer, type: string) => {
  const compressed = new Map<Encoding, Buffer>()
  return (request: FastifyRequest, reply: FastifyReply) => {
    reply.type(type).header('vary', 'accept-encoding')
    const encoding = /^text|json|svg/.test(type) ? encodingFor(request.headers['accept-encoding']) : null
    if (encoding === null) return reply.send(content)
    const ready = compressed.get(encoding) ?? compressOnce(content, encoding)
    compressed.set(encoding, ready)
    return reply.header('content-encoding', encoding).send(ready)
  }
}

export const noSuchAddress = () =>
  refuse('not-found', 'no-such-address', 'There is nothing at this address.', 'The addresses of the API are listed at /api/openapi.json.')
