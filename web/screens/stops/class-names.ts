import { useCharter } from '../../data/charter.ts'

/** What the charter calls a kind of data, in the reader's language. */
export const useClassNames = (): ((id: string) => string) => {
  const { data: charter } = useCharter()
  const values = charter?.questions.find(({ id }) => id === 'dataClasses')?.values ?? []
  const names = new Map(values.map(({ id, text }) => [id, text]))
  return id => names.get(id) ?? id
}
