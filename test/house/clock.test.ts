import { describe, expect, test } from 'vitest'
import { isTest, sourcesIn } from './sources.ts'

/**
 * The only files that may read a clock of the machine, each with its reason. Everything else is told the time, so that a demo
 * whose time goes on from where its story ended goes on everywhere (docs/decisions/demo-seed.md).
 */
const mayReadTheClock: Readonly<Record<string, string>> = {
  'src/kernel/clock.ts': 'the clock itself',
  'src/service.ts': 'hands the clock to an installation',
  'src/serve.ts': 'hands it to the door before anything is chosen',
  'src/program-commands.ts': 'hands it to an installation',
  'src/doctor.ts': 'hands it to an installation',
  'src/move.ts': 'hands it to an installation, and names what it sets aside',
  'src/doors/cli/check.ts': 'reads files, of no installation',
  'src/doors/cli/inspect.ts': 'reads files, of no installation',
  'src/doors/cli/charter.ts': 'reads files, of no installation',
  'src/doors/cli/keys.ts': 'its own patience',
  'src/store/embedded/lock.ts': 'compared with the times of files',
  'web/data/server-time.ts': 'how far the server is ahead',
}

/** The machine's clock, a browser's, and the database's. */
const clocks =
  /\bTemporal\.Now\b|\bDate\.now\b|\bnew Date\(\)|(?<!new |[.\w])Date\(\)|\bsystemClock\b|(?<![.\w])now\(\)(?! *[:{])|\bcurrent_(?:timestamp|date|time)\b|\bclock_timestamp\b/i

const comments = /^ *(?:\/\*[^]*?\*\/|\/\/.*$)/gm

const readers = (files: readonly { path: string; text: string }[]): string[] =>
  files.filter(({ path, text }) => !isTest(path) && clocks.test(text.replaceAll(comments, ''))).map(({ path }) => path)

describe('the time comes in as a value', () => {
  test('nothing reads the clock but what is listed, and what is listed does', () => {
    const generated = 'web/client.generated.ts'
    const files = [...sourcesIn('src'), ...sourcesIn('web')].filter(({ path }) => path !== generated)
    expect(readers(files).sort()).toEqual(Object.keys(mayReadTheClock).sort())
  })

  test.each([
    'const at = Date.now()',
    'const at = new Date()',
    'const at = Temporal.Now.instant()',
    'const clock = systemClock',
    "await sql`delete from throttle where until < now() - interval '1 day'`.execute(db)",
    'await sql`select current_timestamp`.execute(db)',
  ])('the fence sees %s', line => {
    expect(readers([{ path: 'src/planted.ts', text: line }])).toEqual(['src/planted.ts'])
  })

  test.each(['const now = clock.now()', 'const day = new Date(iso)', 'const at = Date.parse(iso)', 'now(): Temporal.Instant'])(
    'and lets %s pass',
    line => {
      expect(readers([{ path: 'src/planted.ts', text: line }])).toEqual([])
    },
  )
})
