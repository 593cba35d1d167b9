/** How long and how much a caller may keep the server busy before it has asked anything. Times in milliseconds. */
export interface Limits {
  /** From the first byte of a request to the end of its headers. */
  headersTime: number
  /** From the first byte of a request to the end of its content. */
  requestTime: number
  /** Without a byte in either direction: a caller that reads its answer too slowly ends here. */
  silence: number
  /** How long a connection is kept for the next request. */
  keepAlive: number
  headerBytes: number
  /** Connections at a time, and of those the most that come from one address. */
  connections: number
  connectionsFromOne: number
  /** How long answers that are under way may take once the server is told to stop. */
  drain: number
}

export const limits: Limits = {
  headersTime: 10_000,
  requestTime: 30_000,
  silence: 30_000,
  keepAlive: 5_000,
  headerBytes: 16 * 1024,
  connections: 2_000,
  connectionsFromOne: 500,
  drain: 8_000,
}
