import { readFileSync } from 'node:fs'

/** The user that runs PostgreSQL, or null for "whoever runs the tests". */
export interface Account {
  uid: number
  gid: number
}

/**
 * PostgreSQL refuses to run as root (initdb(1)). So root hands it to an account that every Linux has and that owns
 * nothing here; everyone else runs it as themselves.
 */
export const accountForPostgres = (): Account | null => {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  for (const wanted of ['postgres', 'nobody', 'daemon']) {
    const found = accounts.find(([name]) => name === wanted)
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new Error(
    'Tests run as root and /etc/passwd has neither postgres, nobody nor daemon to run PostgreSQL as. ' +
      'Run them as another user, or name a server: DATABASE_URL=postgres://…',
  )
}
