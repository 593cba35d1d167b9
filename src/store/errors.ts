import { errorCode } from '#src/kernel/error-code.ts'

/**
 * The database asks to run the transaction again: serialization failure or deadlock (PostgreSQL manual, §13.5), or a statement
 * that was prepared before the schema changed.
 */
export const isSerializationFailure = (error: unknown): boolean => ['40001', '40P01'].includes(errorCode(error)) || isPlannedBefore(error)

/** A statement was prepared for a schema that is another one since (`statements.ts`). */
export const isPlannedBefore = (error: unknown): boolean =>
  errorCode(error) === '0A000' && error instanceof Error && error.message.includes('cached plan')

export const isUniqueViolation = (error: unknown, constraint: string): boolean =>
  errorCode(error) === '23505' && typeof error === 'object' && error !== null && 'constraint' in error && error.constraint === constraint

/**
 * Nothing is known to be wrong with the request; the store could not serve it: connection lost or refused, shutting
 * down, out of connections, memory or disk, lock or statement time exceeded.
 */
export const isOutage = (error: unknown): boolean => {
  const code = errorCode(error)
  if (/^(?:08|53|57|58)|^25P0[34]$|^55P03$/.test(code)) return true
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'].includes(code)) return true
  return (
    error instanceof Error &&
    /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|The embedded database)/.test(
      error.message,
    )
  )
}
