import { makeAuthority, makeIdentity } from '#src/outbound/certificates.fixture.ts'
import { createExit, readExitSettings } from '#src/outbound/index.ts'
import type { Exit } from '#src/outbound/index.ts'
import { listenHttps } from '#src/outbound/servers.fixture.ts'

/** What a receiver got, byte by byte. */
interface Got {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

/** A receiver on loopback with a name, a certificate and an exit that two people opened to it. */
export const openReceiver = async () => {
  const authority = await makeAuthority('Company CA')
  const got: Got[] = []
  const answer: Answer = { status: 200, headers: {}, body: 'ok' }
  const server = await listenHttps(await makeIdentity({ dns: ['hooks.example.com'] }, { authority }), (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      got.push({ path: request.url ?? '', headers, body: Buffer.concat(chunks).toString() })
      response.writeHead(answer.status, answer.headers).end(answer.body)
    })
  })
  const exit: Exit = createExit({
    ...readExitSettings({}),
    ca: [authority.cert],
    allowed: () => [{ host: 'hooks.example.com', port: server.port }],
    resolve: () => Promise.resolve(['127.0.0.1']),
  })
  return {
    url: `https://hooks.example.com:${server.port}/services/hunter2`,
    got,
    answer,
    exit,
    async close() {
      await exit.close()
      await server.close()
    },
  }
}
