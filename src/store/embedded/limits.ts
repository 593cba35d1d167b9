/** What the embedded database is good for, said at every start and in `doctor`. */
export const limits = [
  'Data: embedded database, for evaluation and small teams. It survives the end of the',
  'program at any moment, but not a power cut (it does not wait for the disk); one process',
  'may use it at a time; it takes up to 500 MB of memory. For more, move to PostgreSQL with',
  'one command: npx guildhall move-to-postgres postgres://…',
] as const
