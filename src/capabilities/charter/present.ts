import type { CharterRow } from './store.ts'

type Shown = Pick<
  CharterRow,
  'id' | 'version' | 'label' | 'digest' | 'state' | 'basedOn' | 'note' | 'proposedBy' | 'proposedAt' | 'adoptedBy' | 'adoptedAt' | 'endedAt'
>

/** Everybody who has to do with these versions. */
export const peopleOf = (rows: readonly Shown[]): string[] =>
  rows.flatMap(({ proposedBy, adoptedBy }) => (adoptedBy === null ? [proposedBy] : [proposedBy, adoptedBy]))

export const summaryOf = (row: Shown, names: ReadonlyMap<string, string>) => {
  const person = (id: string) => ({ id, name: names.get(id) ?? 'Former colleague' })
  const { id, version, label, digest, state, basedOn, note, proposedBy, proposedAt, adoptedBy, adoptedAt, endedAt } = row
  return {
    id,
    version,
    label,
    digest,
    state,
    basedOn,
    note,
    proposed: { by: person(proposedBy), at: proposedAt.toString() },
    adopted: adoptedBy === null || adoptedAt === null ? null : { by: person(adoptedBy), at: adoptedAt.toString() },
    endedAt: endedAt?.toString() ?? null,
  }
}
