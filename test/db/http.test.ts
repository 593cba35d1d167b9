import { join } from 'node:path'
import { Writable } from 'node:stream'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { httpServer, loopbackReach } from '#src/doors/http/index.ts'
import { freshInstallation, root } from '../harness.ts'

/*
 * The HTTP door under wrong input: whatever comes, the answer is a 4xx that names what is wrong and what to do, nothing
 * has changed, and nothing of ours shows.
 */
let guildhall: Awaited<ReturnType<typeof freshInstallation>>
let app: ReturnType<typeof httpServer>['app']
let logged = ''
let cookie = ''

beforeAll(async () => {
  guildhall = await freshInstallation()
  const { program, run } = guildhall
  const log = pino(new Writable({ write: (chunk, _, done) => ((logged += String(chunk)), done()) }))
  app = httpServer({
    operations: program.operations,
    signIn: program.signIn,
    run,
    log,
    events: { listChanges: program.listChanges, position: () => 0 },
    reachOf: () => loopbackReach,
    pages: join(root, 'no-pages'),
    version: '0',
    readiness: () => Promise.resolve(null),
  }).app
  const signedIn = await ask({ method: 'POST', url: '/api/session', payload: { person: 'priya-raman' } })
  cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
})
afterAll(async () => {
  await app.close()
  await guildhall.remove()
})

interface Asked {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'
  url: string
  payload?: unknown
  headers?: Record<string, string>
}
const ask = ({ method, url, payload, headers = {} }: Asked) =>
  app.inject({
    method,
    url,
    headers: {
      host: 'localhost:4400',
      origin: 'http://localhost:4400',
      ...(cookie ? { cookie } : {}),
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload === undefined ? {} : { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
  })

const state = async () => {
  const { db } = guildhall.store
  const count = async (table: 'solution' | 'access' | 'ledgerEntry') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select(eb => eb.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  return { solutions: await count('solution'), sessions: await count('access'), entries: await count('ledgerEntry') }
}

const good = { name: 'Claims inbox', purpose: 'Sorts mail.', facts: { audience: 'my-team' } }
const register = (change: Partial<Asked> = {}): Asked => ({
  method: 'POST',
  url: '/api/solutions',
  payload: good,
  headers: { 'idempotency-key': 'http-test-1' },
  ...change,
})
const deep = `{"facts":${'['.repeat(40)}${']'.repeat(40)}}`

const wrong: [string, Asked, number, string, string | undefined][] = [
  ['an address that is none', { method: 'GET', url: '/api/nothing' }, 404, 'no-such-address', undefined],
  ['a method that the address has not', { method: 'PATCH', url: '/api/solutions', payload: {} }, 404, 'no-such-address', undefined],
  ['no content', register({ payload: undefined }), 400, 'invalid-input', 'name'],
  ['content that is no JSON', register({ payload: '{"name": ' }), 400, 'not-json', undefined],
  ['JSON that is no object', register({ payload: '[1,2]' }), 400, 'not-an-object', undefined],
  [
    'content of another type',
    register({ payload: 'name=x', headers: { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': 'http-test-2' } }),
    400,
    'not-json',
    undefined,
  ],
  [
    'plain text pretending',
    register({ payload: JSON.stringify(good), headers: { 'content-type': 'text/plain', 'idempotency-key': 'http-test-3' } }),
    400,
    'not-json',
    undefined,
  ],
  ['too much content', register({ payload: { ...good, purpose: 'x'.repeat(70_000) } }), 413, 'too-large', undefined],
  ['content nested too deep', { method: 'POST', url: '/api/checks', payload: deep }, 400, 'too-deep', undefined],
  [
    'a name that reaches into prototypes',
    { method: 'POST', url: '/api/checks', payload: '{"facts":{"__proto__":{"x":1}}}' },
    400,
    'forbidden-name',
    '__proto__',
  ],
  [
    'the same in escapes',
    { method: 'POST', url: '/api/checks', payload: '{"facts":{"\\u005f_proto__":{"x":1}}}' },
    400,
    'forbidden-name',
    '__proto__',
  ],
  [
    'constructor as a name',
    { method: 'POST', url: '/api/checks', payload: '{"facts":{"constructor":1}}' },
    400,
    'forbidden-name',
    'constructor',
  ],
  ['a field that is none', register({ payload: { ...good, tier: 1 } }), 400, 'invalid-input', 'tier'],
  ['a missing field', register({ payload: { ...good, name: undefined } }), 400, 'invalid-input', 'name'],
  ['an empty name', register({ payload: { ...good, name: '  ' } }), 400, 'invalid-input', 'name'],
  ['a name with a control character', register({ payload: { ...good, name: 'a\u0000b' } }), 400, 'invalid-input', 'name'],
  ['a name of the wrong type', register({ payload: { ...good, name: { $ne: null } } }), 400, 'invalid-input', 'name'],
  ['a fact that is none', register({ payload: { ...good, facts: { audiense: 'my-team' } } }), 400, 'invalid-input', 'facts.audiense'],
  [
    'a value that a fact has not',
    register({ payload: { ...good, facts: { audience: 'everybody' } } }),
    400,
    'invalid-input',
    'facts.audience',
  ],
  ['no request id', register({ headers: {} }), 428, 'request-id-required', 'requestId'],
  ['a request id with spaces', register({ headers: { 'idempotency-key': 'a b c d e' } }), 400, 'invalid-input', 'requestId'],
  ['a request id given twice', register({ payload: { ...good, requestId: 'other-id-1' } }), 400, 'named-twice', 'requestId'],
  ['no version', { method: 'PUT', url: '/api/solutions/SOL-0001', payload: good }, 428, 'version-required', 'version'],
  [
    'a version that is none',
    { method: 'PUT', url: '/api/solutions/SOL-0001', payload: good, headers: { 'if-match': '*' } },
    400,
    'invalid-input',
    'version',
  ],
  ['a key that is none', { method: 'GET', url: '/api/solutions/1%20or%201=1' }, 400, 'invalid-input', 'key'],
  ['a key that nobody has', { method: 'GET', url: '/api/solutions/SOL-9999' }, 404, 'no-such-solution', 'key'],
  ['a key beyond all numbers', { method: 'GET', url: '/api/solutions/SOL-999999999999999' }, 404, 'no-such-solution', 'key'],
  ['a page size beyond the limit', { method: 'GET', url: '/api/solutions?limit=101' }, 400, 'invalid-input', 'limit'],
  ['a page size that is no number', { method: 'GET', url: '/api/solutions?limit=all' }, 400, 'invalid-input', 'limit'],
  ['a question that is none', { method: 'GET', url: '/api/solutions?sort=name' }, 400, 'invalid-input', 'sort'],
  ['a parameter given twice', { method: 'GET', url: '/api/solutions?limit=1&limit=2' }, 400, 'invalid-input', 'limit'],
  ['an address with broken escapes', { method: 'GET', url: '/api/solutions/%E0%A4%A' }, 400, 'bad-request', undefined],
  ['an entry that nobody has', { method: 'GET', url: '/api/ledger/entries/999999/proof' }, 404, 'no-such-entry', 'entry'],
  ['an entry number that is none', { method: 'GET', url: '/api/ledger/entries/first/proof' }, 400, 'invalid-input', 'entry'],
  ['a person that is none', { method: 'POST', url: '/api/session', payload: { person: 'somebody' } }, 404, 'no-such-persona', 'person'],
  ['a person of the wrong type', { method: 'POST', url: '/api/session', payload: { person: 7 } }, 400, 'invalid-input', 'person'],
  ['no sign-in', register({ headers: { cookie: '', 'idempotency-key': 'http-test-4' } }), 401, 'sign-in-needed', undefined],
  [
    'a sign-in that is none',
    register({ headers: { cookie: 'guildhall-session=forged', 'idempotency-key': 'http-test-5' } }),
    401,
    'session-ended',
    undefined,
  ],
  [
    'another site',
    register({ headers: { origin: 'http://evil.example', 'idempotency-key': 'http-test-6' } }),
    403,
    'other-site',
    undefined,
  ],
  [
    'another port of this machine',
    register({ headers: { origin: 'http://localhost:9999', 'idempotency-key': 'http-test-7' } }),
    403,
    'other-site',
    undefined,
  ],
  [
    'a page of another site that hides its origin',
    register({ headers: { origin: 'null', 'sec-fetch-site': 'cross-site', 'idempotency-key': 'http-test-8' } }),
    403,
    'other-site',
    undefined,
  ],
  [
    'a name that was pointed at this address',
    { method: 'GET', url: '/api/me', headers: { host: 'rebound.example:4400' } },
    403,
    'unknown-host',
    undefined,
  ],
]

describe('the HTTP door', () => {
  test.each(wrong)('refuses %s with a problem that names reason and remedy, and changes nothing', async (_, asked, status, code, field) => {
    const before = await state()
    const response = await ask(asked)
    const problem = response.json<{
      code: string
      field?: string
      reason: string
      remedy: string
      status: number
      blockers: { field?: string }[]
    }>()
    expect({ status: response.statusCode, code: problem.code }).toEqual({ status, code })
    if (field !== undefined) expect(problem.blockers.map(blocker => blocker.field)).toContain(field)
    expect(problem.reason).not.toBe('')
    expect(problem.remedy).not.toBe('')
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(await state()).toEqual(before)
  })

  test('answers any request that can be generated with less than 500, and logs no fault', async () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('SOL-0001', '__proto__', '../../etc/passwd', "'; drop table solution --", '\u0000', '𝕏'),
    )
    const payloads = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.record({ name: fc.anything(), purpose: words, facts: fc.dictionary(words, fc.jsonValue({ maxDepth: 3 })) }),
    )
    const paths = fc.oneof(
      fc.constantFrom(
        '/api/solutions',
        '/api/checks',
        '/api/me',
        '/api/charter',
        '/api/session',
        '/api/personas',
        '/api/ledger/checkpoint',
      ),
      words.map(word => `/api/solutions/${encodeURIComponent(word.toWellFormed())}`),
      words.map(word => `/api/ledger/entries/${encodeURIComponent(word.toWellFormed())}/proof`),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH'),
        paths,
        payloads,
        fc.boolean(),
        async (method, url, payload, preconditions) => {
          const response = await ask({
            method: url === '/api/session' && method === 'DELETE' ? 'GET' : method,
            url,
            ...(method === 'GET' ? {} : { payload: JSON.stringify(payload) ?? '' }),
            headers: preconditions ? { 'idempotency-key': `fuzz-${Math.random()}`, 'if-match': '"1"' } : {},
          })
          expect(response.statusCode).toBeLessThan(500)
        },
      ),
      { numRuns: 400 },
    )
    expect(logged).toBe('')
  })

  test('sends the same hard headers with every kind of answer', async () => {
    for (const asked of [
      register({ headers: {} }),
      { method: 'GET', url: '/api/me' },
      { method: 'GET', url: '/nowhere.png' },
      { method: 'GET', url: '/healthz' },
    ] as Asked[]) {
      const { headers } = await ask(asked)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).not.toContain('unsafe')
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cache-control': 'no-store',
        'x-frame-options': 'DENY',
      })
    }
  })

  test('says nothing of a fault but a number, and logs the rest under it', async () => {
    const { program, run } = guildhall
    const broken = program.operations.map(operation =>
      operation.name === 'show-charter' ? { ...operation, run: () => Promise.reject(new Error('disk path /secret/place')) } : operation,
    )
    let log = ''
    const { app: faulty } = httpServer({
      operations: broken,
      signIn: program.signIn,
      run,
      log: pino(new Writable({ write: (chunk, _, done) => ((log += String(chunk)), done()) })),
      events: { listChanges: program.listChanges, position: () => 0 },
      reachOf: () => loopbackReach,
      pages: '',
      version: '0',
      readiness: () => Promise.resolve(null),
    })
    const response = await faulty.inject({ method: 'GET', url: '/api/charter', headers: { host: 'localhost' } })
    await faulty.close()
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toContain('secret')
    const number = /the number ([0-9a-f-]{36})/.exec(response.body)?.[1]
    expect(number).toBeDefined()
    expect(log).toContain(number)
    expect(log).toContain('/secret/place')
  })

  test('a create carries the numbers of its entries, a thing its version as ETag', async () => {
    const created = await ask(register({ headers: { 'idempotency-key': 'http-test-created' } }))
    expect(created.statusCode).toBe(200)
    // The solution’s, and that of its declaration.
    expect(created.headers['guildhall-entry']).toMatch(/^\d+, \d+$/)
    expect(created.headers['etag']).toBe('"1"')
    const again = await ask(register({ headers: { 'idempotency-key': 'http-test-created' } }))
    expect(again.json()).toEqual(created.json())
    const { key } = created.json<{ key: string }>()
    const edited = await ask({ method: 'PUT', url: `/api/solutions/${key}`, payload: good, headers: { 'if-match': '"1"' } })
    expect(edited.headers['etag']).toBe('"2"')
    expect((await ask({ method: 'PUT', url: `/api/solutions/${key}`, payload: good, headers: { 'if-match': '"1"' } })).statusCode).toBe(412)
  })

  test('has the browser drop a sign-in that ended, so that it can sign in again, and no other cookie', async () => {
    const me = (cookie: string) => ask({ method: 'GET', url: '/api/me', headers: { cookie } })
    const ended = await me('guildhall-session=ended-long-ago')
    expect(ended.statusCode).toBe(401)
    expect(ended.headers['set-cookie']).toEqual(['guildhall-session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0'])
    expect((await me('')).headers['set-cookie']).toBeUndefined()
    const refused = await ask({ method: 'GET', url: '/api/people', headers: { cookie: '' } })
    expect({ status: refused.statusCode, cookie: refused.headers['set-cookie'] }).toEqual({ status: 401, cookie: undefined })
  })

  test('an answer that is late, about the sign-in before, leaves the browser the one that has begun since', async () => {
    const begin = async (person: string, shown: string) => {
      const { headers } = await ask({ method: 'POST', url: '/api/session', payload: { person }, headers: { cookie: shown } })
      return [headers['set-cookie'] ?? []].flat()
    }
    const nameOf = (set: string | undefined) => set?.split('=')[0] ?? ''
    const [first = ''] = await begin('jonas-weber', '')
    const before = first.split(';')[0] ?? ''
    const [second = '', dropped] = await begin('priya-raman', before)
    expect(nameOf(second)).not.toBe(nameOf(first))
    expect(dropped).toBe(`${nameOf(first)}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`)
    // It was on its way while the person changed.
    const late = await ask({ method: 'GET', url: '/api/me', headers: { cookie: before } })
    expect(late.statusCode).toBe(401)
    expect([late.headers['set-cookie'] ?? []].flat().map(nameOf)).toEqual([nameOf(first)])
    // A browser that still holds both is whoever signed in last.
    const both = await ask({ method: 'GET', url: '/api/me', headers: { cookie: `${before}; ${second.split(';')[0]}` } })
    expect((JSON.parse(both.body) as { person: { id: string } }).person.id).toBe('priya-raman')
  })

  test('signs in by a cookie that scripts can’t read, and out for good', async () => {
    const signedIn = await ask({ method: 'POST', url: '/api/session', payload: { person: 'jonas-weber' }, headers: { cookie: '' } })
    const set = String(signedIn.headers['set-cookie'])
    expect(set).toContain('HttpOnly')
    expect(set).toContain('SameSite=Strict')
    expect(signedIn.body).not.toContain(set.split(';')[0]?.split('=')[1])
    const jonas = { cookie: set.split(';')[0] ?? '' }
    expect((await ask({ method: 'GET', url: '/api/me', headers: jonas })).json()).toMatchObject({ person: { name: 'Jonas Weber' } })
    expect((await ask({ method: 'DELETE', url: '/api/session', headers: jonas })).statusCode).toBe(204)
    expect((await ask({ method: 'GET', url: '/api/me', headers: jonas })).statusCode).toBe(401)
  })
})
