import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { httpServer, loopbackReach } from '#src/doors/http/index.ts'
import { callers, openRoutes, routeTable, rowsOf } from '../../scripts/generate/matrix/index.ts'
import { freshInstallation, root } from '../harness.ts'

let guildhall: Awaited<ReturnType<typeof freshInstallation>>
let door: ReturnType<typeof httpServer>

beforeAll(async () => {
  guildhall = await freshInstallation()
  const { program, run } = guildhall
  door = httpServer({
    operations: program.operations,
    signIn: program.signIn,
    run,
    log: pino({ level: 'silent' }),
    reachOf: () => loopbackReach,
    pages: join(root, 'no-pages'),
    version: '0',
    readiness: () => Promise.resolve(null),
  })
  await door.app.ready()
})
afterAll(async () => {
  await door.app.close()
  await guildhall.remove()
})

describe('the authorization matrix and the running server', () => {
  test('every address that the server answers at has a row, and every row an address', () => {
    const documented = [...routeTable(), ...openRoutes].map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`)
    // The framework answers HEAD wherever it answers GET, by the same handler.
    const mounted = door.routes.filter(({ method }) => method !== 'HEAD').map(({ method, url }) => `${method} ${url}`)
    // One address of the sign-in door calls either of two operations.
    expect(mounted.sort()).toEqual([...new Set(documented)].sort())
  })

  test('every operation has at least one row', () => {
    const rows = new Set(rowsOf(guildhall.program.operations).map(({ operation }) => operation))
    expect(guildhall.program.operations.map(({ name }) => name).filter(name => !rows.has(name))).toEqual([])
  })

  test('an operation without examples for its target has no row, so that it would be seen', () => {
    const [some] = guildhall.program.operations.filter(({ target }) => target)
    expect(some).toBeDefined()
    expect(rowsOf([{ ...some!, name: 'undocumented' }])).toEqual([])
  })

  test('the server answers each kind of caller as the matrix says', async () => {
    const { as, run, program } = guildhall
    const owner = await as('priya-raman')
    const { output } = await run(
      program.named('register-solution'),
      { name: 'Example', purpose: 'Shows who may see it.', facts: { audience: 'my-team' }, requestId: 'matrix-example' },
      owner,
    )
    const { key } = output as { key: string }
    const people = {
      owner: 'priya-raman',
      colleague: 'jonas-weber',
      lead: 'sofia-marques',
      'coe-reviewer': 'hanna-lindqvist',
      'it-security': 'daniel-okoye',
      legal: 'mei-lin-chou',
      'change-manager': 'tomas-novak',
      'program-lead': 'amelia-hart',
      auditor: 'yusuf-demir',
      administrator: 'grace-mbeki',
    }
    const column = (name: string) => callersInOrder.indexOf(name)
    const callersInOrder = callers.map(({ name }) => name)
    const showRow = rowsOf(guildhall.program.operations).find(
      ({ operation, about }) => operation === 'show-solution' && about.startsWith('the owner'),
    )
    const editRow = rowsOf(guildhall.program.operations).find(
      ({ operation, about }) => operation === 'edit-solution' && about.startsWith('the owner'),
    )

    const askAs = async (name: string, method: 'GET' | 'PUT') => {
      const person = people[name as keyof typeof people]
      const credential = person === undefined ? undefined : await as(person)
      const response = await door.app.inject({
        method,
        url: `/api/solutions/${key}`,
        headers: {
          host: 'localhost',
          origin: 'http://localhost',
          'if-match': '99',
          ...(credential?.kind === 'session' ? { cookie: `guildhall-session=${credential.secret}` } : {}),
        },
        ...(method === 'PUT' ? { payload: { name: 'Changed', purpose: 'Changed.', facts: {} } } : {}),
      })
      return { status: response.statusCode, code: response.json<{ code?: string }>().code }
    }
    for (const name of ['visitor', ...Object.keys(people)]) {
      const seen = await askAs(name, 'GET')
      expect({ name, answer: seen.code ?? 'yes' }).toEqual({ name, answer: showRow?.answers[column(name)] })
      // The version is wrong on purpose: whoever gets as far as hearing so was allowed to ask.
      const edited = await askAs(name, 'PUT')
      expect({ name, answer: edited.code === 'changed-meanwhile' ? 'yes' : edited.code }).toEqual({
        name,
        answer: editRow?.answers[column(name)],
      })
    }
  })
})
