/** PostgreSQL's five-letter SQLSTATE of an error, or Node's code where no server answered. */
const codeOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

/** The database asks to run the transaction again: serialization failure or deadlock (PostgreSQL manual, §13.5). */
export const isSerializationFailure = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error))

export const isUniqueViolation = (error: unknown, constraint: string): boolean =>
  codeOf(error) === '23505' && (error as { constraint?: string }).constraint === constraint

/**
 * Nothing is known to be wrong with the request; the store could not serve it: connection lost or refused, shutting
 * down, out of connections, memory or disk, lock or statement time exceeded.
 */
export const isOutage = (error: unknown): boolean => {
  const code = codeOf(error)
  if (/^(?:08|53|57|58)|^25P0[34]$|^55P03$/.test(code)) return true
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'].includes(code)) return true
  return error instanceof Error && /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|The embedded database)/.test(error.message)
}
