import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { callers, openRoutes, routeTable, rowsOf } from '../../scripts/generate/matrix/index.ts'
import { redCells } from '../matrix/ask.ts'
import { markedProgram, openDoor, reached } from '../matrix/door.ts'
import { cellsOfPage } from '../matrix/page.ts'
import type { Stage } from '../matrix/stage.ts'
import { openStage } from '../matrix/stage.ts'

/*
 * The authorization matrix against the running server: every cell of docs/authorization.md is asked over a socket, of the
 * real door, runner, permissions and database, with rows for everything that is asked about. Of each operation only what
 * it does is left out: whoever gets that far hears so.
 */
let stage: Stage
let door: Awaited<ReturnType<typeof openDoor>>
let marked: ReturnType<typeof markedProgram>

beforeAll(async () => {
  stage = await openStage()
  marked = markedProgram(stage.guildhall.program)
  door = await openDoor(marked, stage.guildhall.run)
})
afterAll(async () => {
  await door.close()
  await stage.close()
})

/** Everybody who can send a request. */
const requesters = callers.filter(({ name }) => name !== 'the program')

const callerNamed = new Map(callers.map(caller => [caller.name, caller]))

/**
 * The operator's way in is the embedded store's alone: there a command and the server share a directory. So that column is
 * asked there, and all the others where it is fast.
 */
const isAskedHere = (caller: string): boolean => (caller === 'operator') === (inject('engine') === 'pglite')

describe('the authorization matrix and the running server', () => {
  test('every address that the server answers at has a row, and every row an address', () => {
    const documented = [...routeTable(), ...openRoutes].map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`)
    // The framework answers HEAD wherever it answers GET, by the same handler.
    const mounted = door.routes.filter(({ method }) => method !== 'HEAD').map(({ method, url }) => `${method} ${url}`)
    // One address of the sign-in door calls either of two operations.
    expect(mounted.sort()).toEqual([...new Set(documented)].sort())
  })

  test('every operation has at least one row, and what it is asked about has rows on the stage', () => {
    const cells = cellsOfPage()
    const rows = new Set(cells.map(({ operation }) => operation))
    expect(stage.guildhall.program.operations.map(({ name }) => name).filter(name => !rows.has(name))).toEqual([])
    const missing = cells.filter(({ operation, about }) => about !== '' && !stage.requests[operation]?.[about])
    expect([...new Set(missing.map(({ operation, about }) => `${operation} ${about}`))]).toEqual([])
  })

  test('an operation without examples for its target has no row, so that it would be seen', () => {
    const [some] = stage.guildhall.program.operations.filter(({ target }) => target)
    expect(some).toBeDefined()
    expect(rowsOf([{ ...some!, name: 'undocumented' }])).toEqual([])
  })

  test('at least twenty kinds of caller have a column', () => {
    const asked = new Set(cellsOfPage().map(({ caller }) => caller))
    expect([...asked].sort()).toEqual([...callerNamed.keys()].sort())
    expect(asked.size).toBeGreaterThanOrEqual(20)
  })

  test('every cell is answered as the page says', async () => {
    const cells = cellsOfPage().filter(({ caller }) => isAskedHere(caller))
    const red = await redCells({ stage, door, operations: marked.operations }, cells)
    expect(
      red.map(({ operation, about, caller, answer, heard }) => `${operation} ${about}: ${caller} hears ${heard}, not ${answer}`),
    ).toEqual([])
    console.log(`${cells.length} cells as the page says, of ${marked.operations.length} operations`)
  }, 120_000)

  test('whoever is open to anyone asks for nothing that is stored, whatever a caller shows', async () => {
    for (const { name } of requesters)
      for (const { path } of openRoutes.filter(({ path }) => path !== '/*'))
        expect({ name, path, status: (await door.send('GET', path, stage.credentialOf(name))).status }).toEqual({ name, path, status: 200 })
  })

  test('the sign-in door asks as nobody, whatever a caller shows; only signing out asks as who they are', async () => {
    for (const { name } of requesters.filter(({ name }) => isAskedHere(name))) {
      const credential = stage.credentialOf(name)
      const begin = [
        await door.send('POST', '/api/session', credential, { person: 'x' }),
        await door.send('POST', '/api/session', credential, { email: 'x', password: 'x' }),
        await door.send('POST', '/api/session/link', credential, { secret: 'x', password: 'x' }),
      ]
      expect({ name, codes: begin.map(({ code }) => code) }).toEqual({ name, codes: [reached, reached, reached] })
      const expected = cellsOfPage().find(cell => cell.operation === 'end-session' && cell.caller === name)?.answer
      const { code } = await door.send('DELETE', '/api/session', credential)
      expect({ name, code: code === reached ? 'yes' : code }).toEqual({ name, code: expected })
    }
  })

  test('the stream of changes asks the operation as whoever asks, and holds nobody it refuses', async () => {
    for (const { name } of requesters.filter(({ name }) => isAskedHere(name))) {
      const expected = cellsOfPage().find(cell => cell.operation === 'list-changes' && cell.caller === name)?.answer
      const { code } = await door.send('GET', '/api/events', stage.credentialOf(name))
      expect({ name, code: code === reached ? 'yes' : code }).toEqual({ name, code: expected })
    }
  })

  test('no change is taken from a page of another site, whoever is signed in', async () => {
    const changes = marked.operations.filter(({ http, effect }) => http && effect !== 'read')
    expect(changes.length).toBeGreaterThan(20)
    const credential = stage.credentialOf('every role')
    const elsewhere: Record<string, string>[] = [
      { origin: 'https://elsewhere.example' },
      { origin: door.address, 'sec-fetch-site': 'cross-site' },
      { origin: 'null', 'sec-fetch-site': 'none' },
    ]
    for (const operation of changes)
      for (const headers of elsewhere) {
        const { code } = await door.ask(operation, {}, credential, headers)
        expect({ operation: operation.name, headers, code }).toEqual({ operation: operation.name, headers, code: 'other-site' })
      }
    for (const headers of elsewhere)
      for (const [method, path] of [
        ['POST', '/api/session'],
        ['POST', '/api/session/link'],
        ['DELETE', '/api/session'],
      ] as const)
        expect((await door.send(method, path, credential, method === 'POST' ? {} : undefined, headers)).code).toBe('other-site')
  })
})
