import type { Db } from '../operation.ts'
import type { MessageKind, Told } from '../define-message.ts'

/** Everything that can be told, by name. */
export type Kinds = ReadonlyMap<string, MessageKind>

/** @throws Error for two kinds of one name: the second would speak in the words of the first. */
export const messageKinds = (declared: readonly MessageKind[]): Kinds => {
  const kinds = new Map(declared.map(kind => [kind.kind, kind]))
  if (kinds.size < declared.length) throw new Error('Two kinds of message have one name.')
  return kinds
}

/** A message as far as it matters whether it still holds. */
export interface Standing {
  id: string
  kind: string
  toId: string
  ofId: string
}

/** The ids of those that still hold: one query for each kind among them that can be settled. */
export const stillTrue = async (db: Db, kinds: Kinds, messages: readonly Standing[]): Promise<ReadonlySet<string>> => {
  const holding = new Set<string>()
  for (const [name, some] of Map.groupBy(messages, ({ kind }) => kind)) {
    const kind = kinds.get(name)
    const key = ({ id, to }: Told) => `${id} ${to}`
    const told = some.map(({ ofId, toId }) => ({ id: ofId, to: toId }))
    const still = new Set((kind?.stillTrue ? await kind.stillTrue(db, told) : told).map(key))
    // What no kind declares any more was sent by another version: nobody knows its words.
    for (const { id, ofId, toId } of some) if (kind && still.has(key({ id: ofId, to: toId }))) holding.add(id)
  }
  return holding
}
