import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { defineEntry, erasePersonal, governed, insertEntries, openSigner } from '#src/ledger/index.ts'
import type { LedgerSigner } from '#src/ledger/index.ts'
import { exportLines } from '#src/ledger/export.ts'
import { sequenceRound } from '#src/ledger/sequence.ts'
import type { Tables } from '#src/store/index.ts'

/** Seeded numbers: every history and every attack can be played again from its seed (mulberry32). */
export class Dice {
  #state: number
  constructor(seed: number) {
    this.#state = seed >>> 0
  }
  /** A whole number from `low` up to and including `high`. */
  between(low: number, high: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return low + (((t ^ (t >>> 14)) >>> 0) % (high - low + 1))
  }
  pick<T>(of: readonly T[]): T {
    const chosen = of[this.between(0, of.length - 1)]
    if (chosen === undefined) throw new Error('nothing to pick from')
    return chosen
  }
}

export const people = governed({ kind: 'person', table: 'person', columns: ['name', 'jobTitle', 'contact', 'roles', 'state'] })
const data = z.strictObject({ roles: z.array(z.string()) })
export const personAdded = defineEntry({ type: 'person-added', version: 1, data, personal: ['name', 'unit'] })
const personChanged = defineEntry({ type: 'person-changed', version: 1, data, personal: ['name', 'unit'] })
const personRemoved = defineEntry({ type: 'person-removed', version: 1, data: z.strictObject({}), personal: [] })
const registerRead = defineEntry({ type: 'register-read', version: 1, data: z.strictObject({ rows: z.int() }), personal: [] })

/** Names that break what isn't careful: quotes, line separators, right-to-left marks, control characters, half a surrogate. */
const names = [
  'Ada',
  'O\'Brien "Bo"',
  'zwei\nZeilen',
  'line\u2028separator',
  '\u202eesrever',
  'nul\u0001control',
  '名前',
  '😀',
  'back\\slash',
  'x'.repeat(500),
  '',
]
const at = Temporal.Instant.from('2026-11-23T09:00:00.123456789Z')

export interface World {
  readonly signer: LedgerSigner
  /** Every checkpoint note that was signed, in order. */
  readonly notes: string[]
  /** The export as it was at each of these checkpoints. */
  readonly exports: string[][]
  readonly size: number
}

/**
 * An honest history inside a transaction (which the caller rolls back): people come, change and go; entries are
 * sequenced in rounds of any size; some values are erased; at the end some entries may still wait.
 */
export const buildWorld = async (
  db: Transaction<Tables>,
  keys: string,
  seed: number,
  { changes = 40, waiting = true } = {},
): Promise<World> => {
  const dice = new Dice(seed)
  const directory = join(keys, `world-${seed}-${randomBytes(3).toString('hex')}`)
  await mkdir(directory, { recursive: true })
  const signer = await openSigner(directory, `test.example/ledger/${seed}`)
  const notes: string[] = []
  const exports: string[][] = []
  const round = async (): Promise<void> => {
    for (;;) {
      const done = await sequenceRound(db, signer, at)
      if (done.kind === 'busy') throw new Error('nobody else is here')
      if (done.note !== signer.lastNote) {
        await signer.remember(done.note)
        notes.push(done.note)
        exports.push(await Array.fromAsync(exportLines(db, { personal: 'disclosed' })))
      }
      if (done.waiting === 0) return
    }
  }
  await round()
  for (let i = 0; i < changes; i += 1) {
    await change(db, dice, i)
    if (dice.between(0, 6) === 0) await round()
  }
  await round()
  if (waiting) for (let i = 0, more = dice.between(0, 3); i < more; i += 1) await change(db, dice, changes + i)
  return { signer, notes, exports, size: signer.last?.size ?? 0 }
}

const change = async (db: Transaction<Tables>, dice: Dice, nth: number): Promise<void> => {
  const written = { actor: `person-${dice.between(1, 9)}`, at: at.add({ minutes: nth }), operation: 'test' }
  const living = await db.selectFrom('person').selectAll().orderBy('id').execute()
  const what = living.length < 3 ? 0 : dice.between(0, 9)
  if (what <= 3) {
    const rows = await db
      .insertInto('person')
      .values(Array.from({ length: dice.between(1, 3) }, (_, i) => newPerson(dice, `p${nth}-${i}`)))
      .returningAll()
      .execute()
    await insertEntries(
      db,
      rows.map(row =>
        personAdded({ subject: people.subject(row), data: { roles: row.roles }, personal: { name: row.name, unit: row.contact } }),
      ),
      written,
    )
  } else if (what <= 6) {
    const { id, version } = dice.pick(living)
    const row = await db
      .updateTable('person')
      .set({ name: dice.pick(names), version: version + 1 })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await insertEntries(
      db,
      [personChanged({ subject: people.subject(row), data: { roles: row.roles }, personal: { name: row.name, unit: row.contact } })],
      written,
    )
  } else if (what === 7) {
    const row = dice.pick(living)
    await db.deleteFrom('person').where('id', '=', row.id).execute()
    await insertEntries(db, [personRemoved({ subject: people.ended(row), data: {}, personal: {} })], written)
  } else if (what === 8) {
    await insertEntries(
      db,
      [
        registerRead({
          subject: { kind: 'register', id: 'people', version: null, digest: null },
          data: { rows: living.length },
          personal: {},
        }),
      ],
      written,
    )
  } else {
    const entry = dice.pick(await db.selectFrom('ledgerEntry').select('id').orderBy('id').execute())
    await insertEntries(db, await erasePersonal(db, [entry.id], dice.between(0, 1) === 0 ? undefined : ['name']), written)
  }
}

const newPerson = (dice: Dice, id: string) => ({
  id,
  version: 1,
  sealSalt: randomBytes(16),
  name: dice.pick(names),
  jobTitle: 'Analyst',
  contact: dice.pick(names),
  roles: '["maker"]',
  human: 'h',
  state: 'active' as const,
  stateSince: '2026-11-01T00:00:00Z',
})
