import { sql } from 'kysely'
import type { Hash } from '#src/engines/merkle/hash.ts'
import type { Range } from '#src/engines/merkle/range.ts'
import { hashRanges, tilesFor } from '#src/engines/merkle/tiles.ts'
import type { Tile, TileName } from '#src/engines/merkle/tiles.ts'
import type { Db } from '#src/store/index.ts'

/** The stored tiles of these names; one that isn't there is left out. */
export const readTiles = async (db: Db, names: readonly TileName[]): Promise<Tile[]> => {
  if (names.length === 0) return []
  const { rows } = await sql<Tile>`
    select level, index, hashes from ledger_tile
    where (level, index) in (select * from unnest(${names.map(({ level }) => level)}::smallint[], ${names.map(({ index }) => index)}::bigint[]))`.execute(
    db,
  )
  return rows
}

export const writeTiles = async (db: Db, tiles: readonly Tile[]): Promise<void> => {
  await sql`
    insert into ledger_tile (level, index, hashes)
    select * from unnest(${tiles.map(({ level }) => level)}::smallint[], ${tiles.map(({ index }) => index)}::bigint[], ${tiles.map(({ hashes }) => Buffer.from(hashes))}::bytea[])
    on conflict (level, index) do update set hashes = excluded.hashes`.execute(db)
}

/** The hashes of runs of leaves from the stored tree. Throws a RangeError where a tile is missing or too short. */
export const storedHashes = async (db: Db, ranges: readonly Range[]): Promise<Hash[]> =>
  hashRanges(ranges, await readTiles(db, tilesFor(ranges)))
