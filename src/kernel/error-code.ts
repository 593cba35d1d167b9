/** What an error says of its cause in one word: Node's `ENOENT`, PostgreSQL's SQLSTATE `23505`; empty where it has none. */
export const errorCode = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}
