import type { Socket } from 'node:net'
import type { Exit, HostAndPort } from '#src/outbound/index.ts'
import type { Outcome } from './outcome.ts'
import { outcomeOfFailure } from './post.ts'
import { syslogMessage } from './syslog-message.ts'
import type { SyslogEvent } from './syslog-message.ts'

export interface SyslogBatch {
  readonly to: HostAndPort
  /** What this machine calls itself. */
  readonly from: string
  readonly events: readonly SyslogEvent[]
}

const WRITE_MS = 10_000
const END_MS = 2_000

/**
 * Sends events to a company's monitoring by syslog over TLS (RFC 5424, RFC 5425), in their order on one connection. The protocol has
 * no receipt: `sent` says that the connection took all of them and was ended in order. What was under way when one broke may come
 * twice, since whoever keeps the events sends them again.
 */
export const sendSyslog = async (exit: Pick<Exit, 'connect'>, { to, from, events }: SyslogBatch): Promise<Outcome> => {
  let socket: Socket
  try {
    socket = await exit.connect({ ...to, tls: 'at-once' })
  } catch (error) {
    return outcomeOfFailure(error)
  }
  try {
    await write(socket, events.map(event => syslogMessage(event, from)).join(''))
    return { kind: 'sent', id: null }
  } catch {
    return { kind: 'again', why: 'unreachable', afterSeconds: null }
  } finally {
    socket.destroy()
  }
}

/**
 * Writes all of it and ends the connection. A receiver sends nothing but its own end (RFC 5425 §4.3); one that leaves it out is not
 * waited for.
 */
const write = (socket: Socket, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => socket.destroy(new Error('The receiver of events takes nothing.')), WRITE_MS)
    socket.once('close', broken => {
      clearTimeout(timer)
      if (broken || !socket.writableFinished) reject(new Error('The connection broke.'))
      else resolve()
    })
    socket.on('error', () => undefined).resume()
    socket.end(text, () => setTimeout(() => socket.destroy(), END_MS).unref())
  })
