import type { z } from 'zod'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import type { HandoverRow, SolutionRow } from '../registry/index.ts'
import { keyOf, personIn } from '../registry/index.ts'
import type { offerView } from './contract.ts'

/** Offers with the names of their solutions and people; one query for all of them. */
export const presentOffers = async (
  db: Db,
  rows: readonly (HandoverRow & Pick<SolutionRow, 'number' | 'name'>)[],
): Promise<z.input<typeof offerView>[]> => {
  const names = await namesOf(
    db,
    rows.flatMap(({ offeredBy, offeredTo }) => [offeredBy, offeredTo]),
  )
  return rows.map(({ id, version, number, name, role, state, offeredBy, offeredTo, offeredAt, note }) => ({
    id,
    version,
    solution: { key: keyOf(number), name },
    role,
    state,
    by: personIn(names, offeredBy),
    to: personIn(names, offeredTo),
    at: offeredAt.toString(),
    note,
  }))
}

export const presentOffer = async (db: Db, row: HandoverRow, { number, name }: SolutionRow): Promise<z.input<typeof offerView>> => {
  const [shown] = await presentOffers(db, [{ ...row, number, name }])
  if (!shown) throw new Error('An offer was presented as nothing.')
  return shown
}
