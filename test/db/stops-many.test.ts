import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { JobKind } from '#src/capabilities/jobs/index.ts'
import type { Run } from '#src/kernel/operation.ts'
import type { Solutions } from './solutions-world.ts'
import { harmless, openSolutions } from './solutions-world.ts'
import { stopping } from './stops-world.ts'

/*
 * One stop over many solutions that run. The job that suspends them dies between two parts and inside one; whoever takes it up goes
 * on where whole parts end.
 */
/** On the embedded store, which is for small teams, three parts are enough. */
const MANY = inject('engine') === 'pglite' ? 450 : 1_000
let world: Solutions
let stops: ReturnType<typeof stopping>
beforeAll(async () => {
  world = await openSolutions()
  stops = stopping(world)
  await world.acceptStandards('priya-raman')
  const key = await world.running(harmless)
  await copies(Number(key.slice(4)), MANY - 1)
})
afterAll(() => world.remove())

/** As many solutions like one, with their approvals, straight into the tables. */
const copies = async (like: number, count: number): Promise<void> => {
  await world.db.transaction().execute(async db => {
    await sql`
      insert into solution (id, version, seal_salt, name, purpose, maker_id, owner_id, unit_id, facts, charter_version, charter_digest, tier,
        verdict, state, running_id, expires_at, benefit, created_at, changed_at)
      select 'copy-' || i, 1, seal_salt, name || ' ' || i, purpose, maker_id, owner_id, unit_id, facts, charter_version, charter_digest, tier,
        verdict, state, 'declared-' || i, expires_at, benefit, created_at, changed_at
      from solution, generate_series(1, ${count}::int) i where number = ${like}`.execute(db)
    await sql`
      insert into declaration (id, version, seal_salt, solution_id, number, facts, state, charter_version, charter_digest, tier, verdict,
        material_digest, declared_by, declared_by_human, declared_at, submitted_at, approved_at, approved_how)
      select 'declared-' || i, 1, declaration.seal_salt, 'copy-' || i, 1, declaration.facts, declaration.state, declaration.charter_version,
        declaration.charter_digest, declaration.tier, declaration.verdict, material_digest, declared_by, declared_by_human, declared_at,
        submitted_at, approved_at, approved_how
      from declaration join solution on solution.running_id = declaration.id, generate_series(1, ${count}::int) i
      where solution.number = ${like}`.execute(db)
  })
}

const countIn = async (state: string): Promise<number> =>
  (await world.db.selectFrom('solution').select('id').where('state', '=', state).execute()).length

/** How often each solution was told of in the ledger by entries of a type. */
const told = async (type: string): Promise<number[]> => {
  const rows = await world.db
    .selectFrom('ledgerEntry')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('type', '=', type)
    .where('subjectKind', '=', 'solution')
    .groupBy('subjectId')
    .execute()
  return rows.map(({ count }) => count)
}

const job = (): JobKind => {
  const found = world.program.jobs.find(({ name }) => name === 'continue-stops')
  if (!found) throw new Error('Nothing continues stops.')
  return found
}

/** A step in a process that dies: inside its transaction, or before it writes down how far it came. */
const dyingStep = async (where: 'inside' | 'after'): Promise<void> => {
  const run: Run = async (operation, input, credential) => {
    if (operation.name !== 'continue-stop') return world.run(operation, input, credential)
    if (where === 'after') return world.run(operation, input, credential)
    const dies = {
      ...operation,
      output: operation.output.transform(() => {
        throw new Error('killed')
      }) as typeof operation.output,
    }
    return world.run(dies, input, credential)
  }
  await job()
    .step({}, undefined, { db: world.db, run, now: world.clock.now() })
    .catch((error: unknown) => {
      if (!(error instanceof Error && error.message === 'killed')) throw error
    })
}

test(
  'many solutions: in force at once, suspended part by part, exactly once, although the job dies twice',
  { timeout: 120_000 },
  async () => {
    const begun = performance.now()
    const stop = await stops.start('tool', 'flow-builder')
    const inForce = performance.now() - begun
    expect(stop).toMatchObject({ state: 'stopping', running: MANY, suspended: 0, fullAt: null })
    // In force before a single one of them says so.
    const { key } = await world.register(harmless)
    await expect(world.submit(key)).rejects.toMatchObject({ code: 'stopped' })

    const working = performance.now()
    await dyingStep('inside')
    expect(await countIn('suspended')).toBe(0)
    await dyingStep('after')
    expect(await countIn('suspended')).toBe(200)
    expect(await stops.shown(stop.key)).toMatchObject({ state: 'stopping', suspended: 200, fullAt: null })
    world.clock.move({ seconds: 7 })
    await stops.work()
    const full = performance.now() - working
    expect(await stops.shown(stop.key)).toMatchObject({ state: 'stopped', suspended: MANY, secondsToFull: 7 })
    expect(await countIn('active')).toBe(0)
    expect(await told('solution-stopped')).toEqual(Array.from({ length: MANY }, () => 1))

    await stops.adopt(await stops.propose(stop.key))
    expect(await stops.shown(stop.key)).toMatchObject({ state: 'lifting' })
    await dyingStep('after')
    expect(await countIn('active')).toBe(200)
    const lifting = performance.now()
    await stops.work()
    const released = performance.now() - lifting
    expect(await stops.shown(stop.key)).toMatchObject({ state: 'lifted', resumed: MANY })
    expect(await countIn('active')).toBe(MANY)
    expect(await told('solution-resumed')).toEqual(Array.from({ length: MANY }, () => 1))
    console.log(
      `${MANY} solutions: in force after ${inForce.toFixed(0)} ms, full stop after ${full.toFixed(0)} ms of work, ${MANY - 200} let run again in ${released.toFixed(0)} ms`,
    )
  },
)
