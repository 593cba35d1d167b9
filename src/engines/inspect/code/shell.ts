import { COMPUTED } from '../model.ts'
import type { CodeReading } from './reading.ts'

/** Programs that fetch, and database clients: read from the words of a command line, quotes taken off. */
const clients: Readonly<Record<string, string>> = {
  psql: 'postgres',
  pg_dump: 'postgres',
  mysql: 'mysql',
  mysqldump: 'mysql',
  mongosh: 'mongodb',
  mongo: 'mongodb',
  'redis-cli': 'redis',
  sqlite3: 'sqlite',
  sqlcmd: 'sqlserver',
  snowsql: 'snowflake',
}

export const readShell = (source: string): CodeReading => {
  const reading: CodeReading = { parsed: true, requests: [], modules: [], assigns: [], schemes: [] }
  for (const command of source.split(/[\n;|&]+/)) {
    const words = (command.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? []).map(word => word.replace(/^["']|["']$/g, ''))
    const program = words[0]?.split('/').at(-1) ?? ''
    const scheme = Object.hasOwn(clients, program) ? clients[program] : undefined
    if (scheme !== undefined) reading.schemes.push(scheme)
    if (program !== 'curl' && program !== 'wget') continue
    const url = words.find(word => /^https?:\/\//i.test(word))
    if (url === undefined) continue
    const flag = words.findIndex(word => word === '-X' || word === '--request')
    const sendsData = words.some(word => /^(?:-d|--data.*|-F|--form|--json)$/.test(word))
    const method = (flag >= 0 ? words[flag + 1] : undefined)?.toUpperCase() ?? (sendsData ? 'POST' : 'GET')
    reading.requests.push({ url: url.replace(/\$\{?\w+\}?/g, COMPUTED), refs: [], method, fromCode: true })
  }
  return reading
}
