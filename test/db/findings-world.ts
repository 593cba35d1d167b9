import type { JobKind } from '#src/capabilities/jobs/index.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { Solutions } from './solutions-world.ts'

export interface Finding {
  id: string
  version: number
  rule: string
  severity: string
  state: string
  subject: { kind: string; key: string; id: string }
  values: Record<string, unknown>
  dueAt: string
}

/** Sweeps as the program's jobs do them, and what they left. */
export const sweeping = (world: Solutions) => {
  const work = async (name: string): Promise<void> => {
    // What was written has its place in the ledger within a second; here at once.
    await world.sequencer.settled()
    const kind: JobKind | undefined = world.program.jobs.find(job => job.name === name)
    if (!kind) throw new Error(`There is no job ${name}.`)
    let cursor: unknown
    do {
      ;({ cursor } = await kind.step({}, cursor, { run: world.run, db: world.store.db, now: world.clock.now() }))
    } while (cursor !== undefined)
  }
  const live = async (): Promise<string[]> => {
    const rows = await world.db
      .selectFrom('finding')
      .select(['rule', 'subjectKind', 'subjectId', 'severity', 'state', 'dueAt', 'values'])
      .where('state', '<>', 'cleared')
      .execute()
    return rows
      .map(
        row =>
          `${row.rule} ${row.subjectKind} ${row.subjectId} ${row.severity} ${row.state} ${row.dueAt.toString()} ${JSON.stringify(row.values)}`,
      )
      .sort()
  }
  return {
    work,
    incremental: () => work('sweep-changes'),
    full: () => work('sweep-everything'),
    live,
    async of(key: string): Promise<Record<string, Finding>> {
      const { findings } = await world.ask<{ findings: Finding[] }>('list-findings', { solution: key, limit: 100 }, 'hanna-lindqvist')
      return Object.fromEntries(findings.map(finding => [finding.rule, finding]))
    },
    async rulesOf(key: string): Promise<string[]> {
      return Object.keys(await this.of(key)).sort()
    },
    /** How often each rule opened and cleared something, over the whole time. */
    async counted(rule: string): Promise<{ opened: number; cleared: number }> {
      const rows = await world.db
        .selectFrom('ledgerEntry')
        .select(['type', 'body'])
        .where('type', 'in', ['finding-opened', 'finding-cleared'])
        .execute()
      const of = (type: string) => rows.filter(row => row.type === type && row.body.includes(`"rule":"${rule}"`)).length
      return { opened: of('finding-opened'), cleared: of('finding-cleared') }
    },
  }
}

export const tried = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}
