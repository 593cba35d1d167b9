import { once } from 'node:events'
import { connect, isIP } from 'node:net'
import type { Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { SecureContext, TLSSocket } from 'node:tls'

/**
 * Opens a TCP connection to one of these addresses and to nothing else: the first that answers, a second begun where
 * one lets us wait (RFC 8305, as Node has it). What `host` is called plays no part any more.
 */
export const dial = async (addresses: readonly string[], port: number, signal: AbortSignal): Promise<Socket> => {
  const checked = addresses.map(address => ({ address, family: isIP(address) }))
  const socket = connect({
    // Node asks its `lookup` for anything that is no address; this name goes nowhere else.
    host: 'checked.invalid',
    port,
    autoSelectFamily: true,
    lookup: (_, { all }, found) => (all === true ? found(null, checked) : found(null, checked[0]?.address ?? '', checked[0]?.family)),
  })
  return settle(socket, 'connect', signal)
}

/**
 * Speaks TLS over a connection, as a client that insists on who the other side is.
 * @param host the name that the certificate must be for, or the IP address (which is never sent as a server name, RFC 6066 §3).
 * @param context what is believed, and `protocols`, what will be spoken (RFC 7301); none named where the port says it.
 */
export const secure = async (
  raw: Socket,
  host: string,
  { context, protocols }: { context: SecureContext; protocols: readonly string[] },
  signal: AbortSignal,
): Promise<TLSSocket> =>
  settle(
    connectTls({
      socket: raw,
      host,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      secureContext: context,
      rejectUnauthorized: true,
      ...(protocols.length > 0 ? { ALPNProtocols: [...protocols] } : {}),
    }),
    'secureConnect',
    signal,
  )

const settle = async <S extends Socket>(socket: S, event: string, signal: AbortSignal): Promise<S> => {
  // Whoever uses it hears of errors by listeners of their own; between two owners nobody listens for a moment.
  socket.on('error', () => undefined)
  socket.setNoDelay(true)
  const give = () => socket.destroy(new Error('The connection took too long.'))
  signal.addEventListener('abort', give, { once: true })
  try {
    signal.throwIfAborted()
    await once(socket, event, { signal })
    return socket
  } catch (error) {
    socket.destroy()
    throw error
  } finally {
    signal.removeEventListener('abort', give)
  }
}
