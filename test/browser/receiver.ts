import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeAuthority, makeIdentity } from '#src/outbound/certificates.fixture.ts'
import { listenHttps } from '#src/outbound/servers.fixture.ts'
import { scratch } from '../harness.ts'

export interface Receiver {
  port: number
  /** The file of the authority that signed its certificate, for the server that is to trust it. */
  authority: string
  /** What it was sent, in order. */
  got: { headers: Record<string, string>; body: string }[]
  /** With what it answers from now on; 200 at first. */
  answer: (status: number) => void
  close: () => Promise<void>
}

/** A server inside the company, whose certificate the company's own authority signed. */
export const openReceiver = async (): Promise<Receiver> => {
  const home = await scratch()
  const authority = await makeAuthority('Company CA')
  const file = join(home.path, 'ca.pem')
  writeFileSync(file, authority.cert)
  const got: Receiver['got'] = []
  let status = 200
  const { port, close } = await listenHttps(await makeIdentity({ ip: ['127.0.0.1'] }, { authority }), (request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      got.push({ headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])), body })
      response.writeHead(status).end()
    })
  })
  return {
    port,
    authority: file,
    got,
    answer: next => void (status = next),
    async close() {
      await close()
      await home.remove()
    },
  }
}
