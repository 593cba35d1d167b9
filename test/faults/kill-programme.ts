import { expect } from 'vitest'
import type { RunningServer } from '../harness.ts'
import { startServer, visitor } from '../harness.ts'

export interface KillReport {
  kills: number
  acknowledged: number
  repeated: number
}

const writers = 20
const people = ['priya-raman', 'jonas-weber', 'sofia-marques']
const facts = { audience: 'my-team', dataClasses: ['internal'] }

/** What a writer knows: requests it sent, and the answers that it got. */
interface Written {
  requestId: string
  person: string
  /** Set once the server said yes. */
  key?: string
  /** The newest version that the server said yes to. */
  version: number
}

/**
 * Ends the server without warning while twenty writers register and edit, again and again on the same data, and checks
 * after each restart that every acknowledged write is there, that no write is half done, that a request whose answer was
 * lost has one effect however often it is repeated, and that the ledger and every row agree.
 */
export const killProgramme = async ({
  data,
  databaseUrl,
  kills,
}: {
  data: string
  databaseUrl?: string | undefined
  kills: number
}): Promise<KillReport> => {
  const written: Written[] = []
  let checked = 0
  let repeated = 0
  for (let round = 0; round < kills; round += 1) {
    const server = await startServer({ data, databaseUrl })
    const running = Promise.allSettled(
      Array.from({ length: writers }, (_, n) => write(server, `${round}-${n}`, people[n % people.length] ?? '', written)),
    )
    // In the middle of things, however fast the machine is: after so many answers, a different number each time.
    const answersBefore = acknowledged(written) + 15 + ((round * 37) % 90)
    const deadline = Date.now() + 30_000
    while (acknowledged(written) < answersBefore && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, 3))
    await server.kill()
    await running

    const after = await startServer({ data, databaseUrl })
    // Everything from this round, and a look at what stood before.
    const fresh = written.slice(checked)
    checked = written.length
    for (const person of people)
      repeated += await checkAndRepeat(
        after,
        person,
        fresh.filter(each => each.person === person),
      )
    await checkLedger(after)
    expect(await after.stop()).toBe(0)
  }
  return { kills, acknowledged: acknowledged(written), repeated }
}

const acknowledged = (written: readonly Written[]): number => written.filter(({ key }) => key !== undefined).length

/** Registers and edits until the connection breaks. */
const write = async ({ address }: RunningServer, name: string, person: string, written: Written[]): Promise<void> => {
  const { send, signInAs } = visitor(address)
  await signInAs(person)
  for (let n = 0; ; n += 1) {
    const mine: Written = { requestId: `kill-${name}-${n}`, person, version: 0 }
    written.push(mine)
    const created = await send(
      'POST',
      '/api/solutions',
      { name: mine.requestId, purpose: 'Survives.', facts },
      { 'idempotency-key': mine.requestId },
    )
    if (!created.ok) throw new Error(`${created.status} ${await created.text()}`)
    mine.key = ((await created.json()) as { key: string }).key
    mine.version = 1
    const edited = await send(
      'PUT',
      `/api/solutions/${mine.key}`,
      { name: mine.requestId, purpose: 'Survived an edit.', facts },
      { 'if-match': '"1"' },
    )
    if (edited.ok) mine.version = 2
  }
}

const checkAndRepeat = async ({ address }: RunningServer, person: string, written: readonly Written[]): Promise<number> => {
  const { send, signInAs } = visitor(address)
  await signInAs(person)
  let repeated = 0
  for (const { requestId, key, version } of written) {
    if (key === undefined) {
      // The answer was lost: repeated twice, it has one effect, whether or not the first try had committed.
      const answers = [await repeat(send, requestId), await repeat(send, requestId)]
      expect(answers[1]).toEqual(answers[0])
      repeated += 1
      continue
    }
    const response = await send('GET', `/api/solutions/${key}`)
    expect(response.status, `${key} was acknowledged`).toBe(200)
    const solution = (await response.json()) as { name: string; version: number; history: unknown[] }
    expect(solution.name).toBe(requestId)
    expect(solution.version).toBeGreaterThanOrEqual(version)
    expect(solution.history).toHaveLength(solution.version)
  }
  return repeated
}

const repeat = async (send: ReturnType<typeof visitor>['send'], requestId: string): Promise<unknown> => {
  const response = await send('POST', '/api/solutions', { name: requestId, purpose: 'Survives.', facts }, { 'idempotency-key': requestId })
  expect(response.status).toBe(200)
  return response.json()
}

const checkLedger = async ({ address }: RunningServer): Promise<void> => {
  const { send, signInAs } = visitor(address)
  await signInAs('yusuf-demir')
  const report = (await (await send('GET', '/api/ledger/verification')).json()) as {
    ok: boolean
    faults: unknown[]
    ledger: { faults: unknown[] } | null
  }
  expect(report).toMatchObject({ ok: true, faults: [], ledger: { faults: [] } })
}
