import type { Selectable } from 'kysely'
import { HASH_BYTES, leafHash, sameHash } from '#src/engines/merkle/hash.ts'
import { TileEdge } from '#src/engines/merkle/tiles.ts'
import type { Tile } from '#src/engines/merkle/tiles.ts'
import type { Db, Tables } from '#src/store/index.ts'
import { erasedCommitments } from './personal.ts'
import { readBody } from './read-body.ts'
import { readTiles } from './tile-store.ts'
import type { StateFault } from './state-fault.ts'

type Row = Selectable<Tables['ledgerEntry']>

const PAGE = 1_000

/**
 * Shows that what the database keeps beside the sealed bodies says the same: the columns that queries read, the leaf
 * hashes, the tiles that proofs are computed from, the head. Whether the bodies are genuine, the export's verification says.
 */
export const verifyEntries = async function* (db: Db): AsyncGenerator<StateFault> {
  const erased = await erasedCommitments(db)
  let edge = new TileEdge(0, [])
  for (let after = -1; ;) {
    const rows = await db.selectFrom('ledgerEntry').selectAll().where('leafIndex', '>', after).orderBy('leafIndex').limit(PAGE).execute()
    for (const row of rows) {
      for (const says of [...columnComplaints(row), ...placeComplaints(row, edge.size)]) yield { subject: null, entry: row.id, says }
      edge.append(leafHash(Buffer.from(row.body)))
    }
    yield* valueFaults(rows, erased, await shownFields(db, rows))
    const tiles = edge.changed()
    yield* tileFaults(tiles, await readTiles(db, tiles))
    edge = new TileEdge(edge.size, tiles)
    if (rows.length < PAGE) break
    after = rows.at(-1)?.leafIndex ?? after
  }
  yield* headFaults(edge, await db.selectFrom('ledgerHead').select(['size', 'root']).executeTakeFirst())
  yield* waitingFaults(db)
}

const placeComplaints = ({ id, leafIndex, leafHash: stored, body }: Row, expected: number): string[] => [
  ...(leafIndex === expected ? [] : [`Entry ${leafIndex} (id ${id}) should stand in place ${expected}: a place before it is empty.`]),
  ...(stored !== null && sameHash(stored, leafHash(Buffer.from(body)))
    ? []
    : [`Entry ${leafIndex} (id ${id}) does not hash to its stored leaf hash.`]),
]

const columnComplaints = (row: Row): string[] => {
  const name = row.leafIndex === null ? `The waiting entry with id ${row.id}` : `Entry ${row.leafIndex} (id ${row.id})`
  const body = readBody(row.body)
  if (body === null) return [`${name} has a text that is no entry of this program.`]
  const { type, version, actor, subject } = body
  const columns: [string, unknown, unknown][] = [
    ['type', row.type, type],
    ['version', row.version, version],
    ['actor', row.actor, actor],
    ['at', row.at.toString(), body.at],
    ['subject_kind', row.subjectKind, subject.kind],
    ['subject_id', row.subjectId, subject.id],
    ['subject_version', row.subjectVersion, subject.version],
  ]
  return columns.flatMap(([column, stored, sealed]) =>
    stored === sealed ? [] : [`${name} has ${column} ${JSON.stringify(stored)}; its text says ${JSON.stringify(sealed)}.`],
  )
}

/** The fields of which a value is kept, as `entry id/field`. */
const shownFields = async (db: Db, rows: readonly Row[]): Promise<ReadonlySet<string>> => {
  if (rows.length === 0) return new Set()
  const shown = await db
    .selectFrom('ledgerPersonal')
    .select(['entryId', 'field'])
    .where(
      'entryId',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  return new Set(shown.map(({ entryId, field }) => `${entryId}/${field}`))
}

/** A value is there unless an entry says that it was erased, and then it is not. */
const valueFaults = function* (rows: readonly Row[], erased: ReadonlySet<string>, shown: ReadonlySet<string>): Generator<StateFault> {
  for (const { id, leafIndex, body } of rows) {
    for (const [field, commitment] of Object.entries(readBody(body)?.personal ?? {})) {
      const there = shown.has(`${id}/${field}`)
      if (there !== erased.has(commitment)) continue
      const says = there ? 'is here, though an entry says that it was erased.' : 'is gone, and no entry says that it was erased.'
      yield { subject: null, entry: id, says: `The value for "${field}" of entry ${leafIndex} (id ${id}) ${says}` }
    }
  }
}

/** A tile computed half-way may be shorter than the stored one, which has grown since; it must be its beginning. */
const tileFaults = function* (computed: readonly Tile[], stored: readonly Tile[]): Generator<StateFault> {
  for (const { level, index, hashes } of computed) {
    const found = stored.find(tile => tile.level === level && tile.index === index)?.hashes ?? new Uint8Array()
    if (Buffer.compare(found.subarray(0, hashes.length), hashes) === 0) continue
    const first = Array.from({ length: hashes.length / HASH_BYTES }, (_, i) => i).find(
      i => !sameHash(found.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES), hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES)),
    )
    yield {
      subject: null,
      entry: null,
      says: `Tile ${level}/${index} of the stored tree is not the one that the entries give (from its hash ${first}).`,
    }
  }
}

const headFaults = function* (edge: TileEdge, head: { size: number; root: Uint8Array } | undefined): Generator<StateFault> {
  if (head === undefined) {
    if (edge.size > 0) yield { subject: null, entry: null, says: `${edge.size} entries have a place in a tree, and there is no head.` }
  } else if (head.size !== edge.size) {
    yield { subject: null, entry: null, says: `The head counts ${head.size} entries; ${edge.size} have a place.` }
  } else if (!sameHash(head.root, edge.root())) {
    yield { subject: null, entry: null, says: 'The head has another root than the entries.' }
  }
}

const waitingFaults = async function* (db: Db): AsyncGenerator<StateFault> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('ledgerEntry')
      .selectAll()
      .where('leafIndex', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    for (const row of rows) for (const says of columnComplaints(row)) yield { subject: null, entry: row.id, says }
    if (rows.length < PAGE) break
    after = rows.at(-1)?.id ?? after
  }
}
