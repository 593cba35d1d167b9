import { Worker } from 'node:worker_threads'
import type { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'

/** The embedded database behind node-postgres, so that one query layer serves both stores. */
export interface EmbeddedServer {
  pool: pg.Pool
  close(): Promise<void>
}

export const startEmbedded = async (directory: string): Promise<EmbeddedServer> => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { directory } })
  const waiting = new Map<number, { resolve(messages: unknown[]): void; reject(error: Error): void }>()
  let calls = 0
  let failure: Error | undefined

  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (m: { ready?: true; call: number; messages?: unknown[]; failure?: string }) => {
      if (m.ready) return resolve()
      const caller = waiting.get(m.call)
      waiting.delete(m.call)
      if (m.failure === undefined) caller?.resolve((m.messages ?? []).map(asDatabaseError))
      else caller?.reject(new Error(`The embedded database failed: ${m.failure}`))
    })
    const fail = (error: Error) => {
      failure = error
      reject(error)
      for (const caller of waiting.values()) caller.reject(error)
      waiting.clear()
    }
    worker.on('error', fail)
    worker.on('exit', code => fail(new Error(`The embedded database stopped (code ${code}).`)))
  })

  const call = (bytes: Uint8Array<ArrayBuffer> | 'close'): Promise<unknown[]> =>
    new Promise((resolve, reject) => {
      if (failure) return reject(failure)
      calls += 1
      waiting.set(calls, { resolve, reject })
      worker.postMessage({ call: calls, bytes }, bytes === 'close' ? [] : [bytes.buffer])
    })

  await ready
  // node-postgres sends a query as five small messages; one crossing of threads for all of them triples the rate.
  let gathered: Uint8Array[] = []
  const execProtocolStream = (bytes: Uint8Array) => {
    gathered.push(bytes)
    if (!endsRound(bytes)) return Promise.resolve([])
    const round = Uint8Array.from(Buffer.concat(gathered))
    gathered = []
    return call(round)
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- createPgConfig uses only these two members of a database
  const wire = { waitReady: Promise.resolve(), execProtocolStream } as unknown as PGlite

  // A config object shared by the pool would share one connection whose listeners die with the first failed query;
  // each client makes its own.
  class EmbeddedClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super(Object.assign(createPgConfig(wire), config))
    }
  }
  const pool = new pg.Pool({ Client: EmbeddedClient, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 30_000 })

  return {
    pool,
    async close() {
      await call('close')
      await worker.terminate()
    },
  }
}

/** Sync, simple query and flush end a round: only then does a server answer (PostgreSQL manual, §54.2.3). */
const endsRound = (bytes: Uint8Array): boolean => 'SQH'.includes(String.fromCharCode(bytes[0] ?? 0))

const asDatabaseError = (message: unknown): unknown => {
  if (typeof message !== 'object' || message === null || !('name' in message) || message.name !== 'error') return message
  return Object.assign(new pg.DatabaseError('', 0, 'error'), message)
}
