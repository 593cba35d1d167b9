import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { holdsDatabase, openStore, takeSeed, writeSeedFile } from '#src/store/index.ts'

/*
 * node scripts/generate/seed.ts DIRECTORY: writes what a finished demo's data directory holds to demo/company.seed. The same
 * database gives the same file. `npm run demo-seed` makes the directory first.
 */
const [given = ''] = process.argv.slice(2)
const target = join(import.meta.dirname, '..', '..', 'demo', 'company.seed')
const directory = [join(given, 'demo'), given].find(holdsDatabase)
if (given === '' || directory === undefined) throw new Error(`“${given}” is no directory with a demo's data.`)

const store = await openStore({ kind: 'embedded', directory }, { onLost: () => process.exit(3) })
const seed = await takeSeed(store.db)
await store.close()
const file = await writeSeedFile(seed)
await mkdir(dirname(target), { recursive: true })
await writeFile(target, file)
const rows = seed.tables.reduce((sum, { values }) => sum + (values[0]?.length ?? 0), 0)
console.log(`${target}: ${rows} rows of ${seed.tables.length} tables in ${Math.ceil(file.length / 1024)} KB`)
