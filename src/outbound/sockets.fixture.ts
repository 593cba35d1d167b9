import { Socket } from 'node:net'
import type { TcpSocketConnectOpts } from 'node:net'

/**
 * Counts every TCP connection that this process begins, below everything that could hide one, and keeps those that would
 * leave the machine from being made. Undone by `stop`.
 */
export const watchSockets = () => {
  const began: string[] = []
  const original = Socket.prototype.connect
  Socket.prototype.connect = new Proxy(original, {
    apply(connect, socket: Socket, given: unknown[]): unknown {
      const options = optionsOf(given)
      const addresses = addressesOf(options)
      began.push(...addresses.map(address => `${address} ${options.port}`))
      if (addresses.every(isLoopback)) return Reflect.apply(connect, socket, given)
      process.nextTick(() => socket.destroy(Object.assign(new Error('kept from leaving'), { code: 'ENETUNREACH' })))
      return socket
    },
  })
  return {
    /** `address port` of each address that a connection was begun to, in order. */
    began,
    stop() {
      Socket.prototype.connect = original
    },
  }
}

/** `connect(options)`, `connect(port, host)`, or the array into which Node turns both before it comes here. */
const optionsOf = ([first, second]: readonly unknown[]): TcpSocketConnectOpts => {
  const options: unknown = Array.isArray(first) ? first[0] : first
  return isOptions(options) ? options : { port: Number(first), ...(typeof second === 'string' ? { host: second } : {}) }
}

const isOptions = (value: unknown): value is TcpSocketConnectOpts => typeof value === 'object' && value !== null && 'port' in value

const addressesOf = ({ host = '127.0.0.1', lookup }: TcpSocketConnectOpts): string[] => {
  const found: string[] = []
  lookup?.(host, { all: true }, (_, all) => void found.push(...(typeof all === 'string' ? [all] : all.map(({ address }) => address))))
  return found.length > 0 ? found : [host]
}

const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1' || address === 'localhost'
