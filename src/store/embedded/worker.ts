import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

/**
 * The embedded database runs in a thread of its own: on the main thread one large query stalls every other request
 * (measured 70–800 ms over 100,000 rows; in a worker at most 12 ms). Small buffers keep it under the memory goal.
 */
const small = ['shared_buffers=8MB', 'max_connections=5', 'wal_buffers=1MB', 'max_wal_size=64MB', 'timezone=UTC', 'random_page_cost=1.1']

if (!parentPort) throw new Error('This file runs as a worker thread.')
const port = parentPort

const { directory }: { directory: string } = workerData
const database = await PGlite.create(directory, {
  startParams: [...PGlite.defaultStartParams, ...small.flatMap(setting => ['-c', setting])],
})

const answer = async (bytes: Uint8Array | 'close'): Promise<unknown[]> => {
  if (bytes === 'close') {
    await database.close()
    return []
  }
  const messages = await database.execProtocolStream(bytes, { throwOnError: false })
  // A structured clone drops what an Error carries, so an error travels as a plain object (rebuilt in `client.ts`).
  return messages.map(message =>
    message instanceof Error ? { ...Object.fromEntries(Object.entries(message)), name: 'error', message: message.message } : message,
  )
}

port.on('message', ({ call, bytes }: { call: number; bytes: Uint8Array | 'close' }) => {
  answer(bytes).then(
    messages => port.postMessage({ call, messages }),
    (error: unknown) => port.postMessage({ call, failure: error instanceof Error ? error.message : String(error) }),
  )
})
port.postMessage({ ready: true })
