import { describe, expect, test } from 'vitest'
import { isTest, sourcesIn } from './sources.ts'
import { waysOut } from './ways-out.ts'

/** Who may reach past the exit, by what, and why that is no way out for what somebody typed. */
const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'src/doors/cli/caller.ts': {
    fetch: 'calls the server that holds this checkout’s data, on loopback, at the address it left in its lock file',
  },
  'src/doctor.ts': { fetch: 'asks that same server how it is' },
  'src/simulation/door.ts': { fetch: 'calls the simulation’s own server, on loopback, at the port that it was given' },
  'src/sending/smtp.ts': { nodemailer: 'speaks over a connection that the exit opened, and is given no address to open one itself' },
  'src/store/open.ts': { pg: 'the database that DATABASE_URL names' },
  'src/store/embedded/client.ts': { pg: 'the embedded database speaks through a driver without a socket' },
  'src/store/types.ts': { pg: 'reads column types; connects to nothing' },
  'src/store/embedded/initialise.ts': { 'node:child_process': 'starts ourselves once more, to make the embedded database' },
  'src/vault/key-command.ts': { 'node:child_process': 'runs the command that the administrator set for the master key' },
}

const found = sourcesIn('src')
  .filter(({ path }) => !isTest(path) && !path.startsWith('src/outbound/'))
  .flatMap(({ path, text }) => waysOut(path, text))

describe('nothing leaves but through the one exit', () => {
  test('no file outside of it opens a connection, or holds what could', () => {
    const unlisted = found.filter(({ path, by }) => exceptions[path]?.[by] === undefined)
    expect(unlisted.map(({ path, line, by }) => `${path}:${line} ${by}`)).toEqual([])
  })

  test('no exception has outlived its use', () => {
    for (const [path, ways] of Object.entries(exceptions))
      for (const by of Object.keys(ways))
        expect(
          found.some(each => each.path === path && each.by === by),
          `${path} uses ${by}`,
        ).toBe(true)
  })
})

describe('the fence sees', () => {
  test.each([
    "import { request } from 'undici'",
    "import { Agent } from 'node:http'",
    "import https from 'https'",
    "import * as net from 'node:net'",
    "import { isIP, connect } from 'node:net'",
    "import {\n  isIP,\n  connect,\n} from 'node:net'",
    "import { connect } from 'tls'",
    "import { createSocket } from 'node:dgram'",
    "import { lookup } from 'node:dns/promises'",
    "import { exec } from 'node:child_process'",
    "import { createRequire } from 'node:module'",
    "export { request } from 'node:http'",
    "const { request } = await import('node:http')",
    "const http = require('node:http')",
    "const http = process.getBuiltinModule('node:http')",
    "const http = process['getBuiltinModule']('node:http')",
    "const page = await fetch('https://example.com')",
    'const call = fetch',
    'use({ fetch })',
    'use({ call: fetch })',
    "await globalThis.fetch('https://example.com')",
    "await globalThis['fetch']('https://example.com')",
    'const { fetch: call } = globalThis',
    "new WebSocket('wss://example.com')",
    'const sources = [EventSource]',
  ])('%s', line => {
    expect(waysOut('src/capabilities/planted.ts', `${line}\n`).length).toBeGreaterThan(0)
  })

  test.each([
    "import { isIP, isIPv4, BlockList } from 'node:net'",
    "import type { IncomingMessage } from 'node:http'",
    "import { createExit } from '#src/outbound/index.ts'",
    'await exit.fetch(1)',
    'const it = { fetch: 1 }',
    "const text = 'await fetch(1)'",
  ])('nothing in: %s', line => {
    expect(waysOut('src/capabilities/planted.ts', `${line}\n`)).toEqual([])
  })
})
