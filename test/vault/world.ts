import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { operation } from '#src/capabilities/operation.ts'
import { openVault, resealEverything, vaultCapability } from '#src/capabilities/vault/index.ts'
import { systemClock } from '#src/kernel/clock.ts'
import type { Answering, Credential, Outcome } from '#src/kernel/operation.ts'
import { defineEntry } from '#src/ledger/index.ts'
import { createRunner } from '#src/runner.ts'
import type { Store } from '#src/store/index.ts'
import { placeIn } from '#src/vault/index.ts'
import type { KeySources, SealedColumn } from '#src/vault/index.ts'
import { program } from '../../scripts/generate/program.ts'

/** A table of sealed notes, made for these tests, beside all that the program has. */
export const drawer: SealedColumn = { table: 'drawer', id: 'id', column: 'sealedNote' }
export const columns: readonly SealedColumn[] = [drawer, ...program.keys.columns]

export const makeDrawer = async ({ db }: Store): Promise<void> => {
  await sql`create table if not exists drawer (id text primary key, sealed_note bytea not null)`.execute(db)
}

const operator: Credential = { kind: 'system', job: 'operator' }

type CallAsProgram = <O>(operation: Answering<O>, input: Record<string, unknown>) => Promise<Outcome<O>>

const noteSealed = defineEntry({ type: 'note-sealed', version: 1, data: z.strictObject({}), personal: [] })

/** A replica: a vault of its own over a store, with the operations of the capability and one that seals notes. */
export const openReplica = (store: Store, sources: KeySources, declared: readonly SealedColumn[] = columns) => {
  const vault = openVault(() => Promise.resolve(sources), declared)
  const capability = vaultCapability(vault)
  const run = createRunner({
    store,
    clock: systemClock,
    identify: () => Promise.resolve({ kind: 'system', job: 'operator' }),
    onEntries: () => undefined,
  })
  const sealNotes = operation({
    name: 'seal-notes',
    summary: 'For these tests.',
    effect: 'write',
    input: z.strictObject({ notes: z.record(z.string(), z.string()) }),
    output: z.object({}),
    allows: () => null,
    async run({ notes }, context) {
      for (const [id, note] of Object.entries(notes)) {
        const sealed = await vault.seal(context, placeIn(drawer, id), note)
        await sql`insert into drawer values (${id}, ${sealed}) on conflict (id) do update set sealed_note = excluded.sealed_note`.execute(
          context.db,
        )
      }
      context.record(noteSealed({ subject: { kind: 'drawer', id: 'all', version: null, digest: null }, data: {}, personal: {} }))
      return {}
    },
  })
  const call: CallAsProgram = (operation, input) => run(operation, input, operator)
  return {
    vault,
    ...capability,
    run,
    call,
    /** Seals anew what stands under retired keys. */
    finish: (onPage: (resealed: number) => void = () => undefined) => resealEverything(call, capability.keys, onPage),
    seal: (notes: Record<string, string>) => run(sealNotes, { notes }, operator),
    open: async (id: string): Promise<string> => {
      const { rows } = await sql<{ sealed: Buffer }>`select sealed_note as sealed from drawer where id = ${id}`.execute(store.db)
      const [row] = rows
      if (!row) throw new Error(`There is no note ${id}.`)
      return (await vault.open(store.db, placeIn(drawer, id), row.sealed)).toString()
    },
    /** Opens every note; gives back how many. */
    openAll: async (expected: (id: string) => string): Promise<number> => {
      const { rows } = await sql<{ id: string; sealed: Buffer }>`select id, sealed_note as sealed from drawer`.execute(store.db)
      for (const { id, sealed } of rows) {
        const note = (await vault.open(store.db, placeIn(drawer, id), sealed)).toString()
        if (note !== expected(id)) throw new Error(`Note ${id} opened as something else.`)
      }
      return rows.length
    },
  }
}

/** That many notes by id, each with what it says. */
export const notes = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => `n${String(i).padStart(4, '0')}`).map(id => [id, noteOf(id)]))

export const noteOf = (id: string): string => `the note of ${id}`

export type Replica = ReturnType<typeof openReplica>

export const newKeyText = (): string => randomBytes(32).toString('base64')
