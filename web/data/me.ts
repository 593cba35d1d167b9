import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'

const me = queryOptions({ queryKey: ['me'], queryFn: client.showMe, staleTime: 60_000 })
const personas = queryOptions({ queryKey: ['personas'], queryFn: client.listPersonas, staleTime: Infinity })

export const useMe = () => useQuery(me)
export const usePersonas = () => useQuery(personas)

/** Speaks as one of the demo company's people; what the former person saw is forgotten. */
export const useBecome = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (person: string) => client.startDemoSession({ person }),
    onSuccess: ({ person }) => {
      queries.setQueryData(me.queryKey, before => before && { ...before, person })
      return queries.resetQueries({ queryKey: ['solutions'] })
    },
  })
}

export const useSignOut = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: client.endSession,
    onSuccess: async () => {
      queries.removeQueries({ queryKey: ['solutions'] })
      await queries.invalidateQueries({ queryKey: me.queryKey })
    },
  })
}
