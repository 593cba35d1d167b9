import { z } from 'zod'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { keyOf, solutionsNamed } from '../registry/index.ts'
import { reviewKeysOf } from '../review/index.ts'
import type { entryView } from './contract.ts'
import type { EntryRow } from './list-store.ts'

const aboutSomebody = z.object({ data: z.object({ person: z.string() }) })

/** Whose way in it is: that stands in the entry, which is about the way in itself. */
const personOf = ({ subjectKind, body }: EntryRow): string | null =>
  subjectKind === 'access' ? (aboutSomebody.safeParse(JSON.parse(body)).data?.data.person ?? null) : null

interface Called {
  key: string | null
  name: string | null
}

/** What people call the subjects of entries by: at most a query for each kind that has a name. */
const called = async (db: Db, rows: readonly EntryRow[]): Promise<ReadonlyMap<string, Called>> => {
  const of = (kind: string) => rows.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId)
  const found = new Map<string, Called>()
  for (const { id, number, name } of await solutionsNamed(db, of('solution'))) found.set(`solution ${id}`, { key: keyOf(number), name })
  for (const [id, key] of await reviewKeysOf(db, of('review'))) found.set(`review ${id}`, { key, name: null })
  for (const [id, name] of await namesOf(db, of('person'))) found.set(`person ${id}`, { key: null, name })
  return found
}

export const presentEntries = async (db: Db, rows: readonly EntryRow[]): Promise<z.input<typeof entryView>[]> => {
  const subjects = await called(db, rows)
  const people = await namesOf(
    db,
    rows.flatMap(row => [row.actor, personOf(row) ?? row.actor]),
  )
  return rows.map(row => {
    const { id, type, at, actor, subjectKind, subjectId, leafIndex } = row
    const owner = personOf(row)
    return {
      entry: id,
      type,
      at: at.toString(),
      actor: actor.startsWith('system:') ? null : { id: actor, name: people.get(actor) ?? 'Former colleague' },
      subject: {
        kind: subjectKind,
        id: subjectId,
        ...(subjects.get(`${subjectKind} ${subjectId}`) ?? { key: null, name: (owner === null ? undefined : people.get(owner)) ?? null }),
      },
      sealed: leafIndex !== null,
    }
  })
}

export const presentEntry = async (db: Db, row: EntryRow): Promise<z.input<typeof entryView>> => {
  const [shown] = await presentEntries(db, [row])
  if (!shown) throw new Error('One row is shown as one entry.')
  return shown
}
