import { once } from 'node:events'
import { createServer } from 'node:tls'
import type { TLSSocket } from 'node:tls'
import type { Identity } from '#src/outbound/certificates.fixture.ts'

/** Reads frames as RFC 5425 §4.3 has them: a length, a space, so many bytes. */
const frames = (bytes: Buffer): { whole: string[]; rest: Buffer } => {
  const whole: string[] = []
  let rest = bytes
  for (;;) {
    const [, digits] = /^([1-9]\d*) /.exec(rest.toString('latin1', 0, 12)) ?? []
    if (digits === undefined) return { whole, rest }
    const [from, to] = [digits.length + 1, digits.length + 1 + Number(digits)]
    if (rest.length < to) return { whole, rest }
    whole.push(rest.toString('utf8', from, to))
    rest = rest.subarray(to)
  }
}

/** A receiver of syslog over TLS on loopback, which can go away and come back at the same port. */
export const receiveLogs = async (identity: Identity, port = 0) => {
  const got: string[] = []
  const sockets = new Set<TLSSocket>()
  let broken = false
  const waiting: { count: number; done: () => void }[] = []
  const server = createServer(identity, socket => {
    sockets.add(socket)
    let bytes: Buffer = Buffer.alloc(0)
    socket.on('error', () => undefined)
    if (broken) socket.once('data', () => socket.destroy())
    socket.on('data', (chunk: Buffer) => {
      const { whole, rest } = frames(Buffer.concat([bytes, chunk]))
      bytes = rest
      got.push(...whole)
      for (const { count, done } of waiting) if (got.length >= count) done()
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  let open = true
  return {
    got,
    port: typeof address === 'object' && address !== null ? address.port : 0,
    async close() {
      if (!open) return
      open = false
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
    /** It leaves each talk as soon as something is said. */
    breaks: () => void (broken = true),
    hasGot: (count: number) => (got.length >= count ? Promise.resolve() : new Promise<void>(done => waiting.push({ count, done }))),
  }
}
