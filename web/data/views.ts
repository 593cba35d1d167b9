import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import { askedOf, type SolutionFilter } from './solutions.ts'

const views = ['views']

/** One's own saved views of the registry. */
export const useViews = () => useQuery({ queryKey: views, queryFn: client.listViews })

const useChange = <I, O>(change: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: views }) })
}
export const useSaveView = () =>
  useChange(({ name, filter }: { name: string; filter: SolutionFilter }) => client.saveView({ name, filters: askedOf(filter) }))
export const useRemoveView = () => useChange(client.removeView)

/** Fetches everything that a list shows, page after page, and hands it to the browser as one table. */
export const useExport = () =>
  useMutation({
    mutationFn: async (filter: SolutionFilter) => {
      const lines: string[] = []
      let before: string | undefined
      do {
        const { csv, next } = await client.exportSolutions({ ...askedOf(filter), ...(before !== undefined && { before }) })
        // The names of the columns stand in the first page only.
        lines.push(before === undefined ? csv : csv.slice(csv.indexOf('\n') + 1))
        before = next ?? undefined
      } while (before !== undefined)
      const address = URL.createObjectURL(new Blob(lines, { type: 'text/csv' }))
      const link = document.createElement('a')
      link.href = address
      link.download = 'solutions.csv'
      link.click()
      URL.revokeObjectURL(address)
    },
  })
