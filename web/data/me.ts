import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'

const me = queryOptions({ queryKey: ['me'], queryFn: client.showMe, staleTime: 60_000 })
const personas = queryOptions({ queryKey: ['personas'], queryFn: client.listPersonas, staleTime: Infinity })

export const useMe = ({ everySeconds }: { everySeconds?: number } = {}) =>
  useQuery({ ...me, ...(everySeconds !== undefined && { refetchInterval: everySeconds * 1000 }) })
export const usePersonas = () => useQuery(personas)

/** Somebody else is here, or nobody any more: what the former person saw is gone, and each page asks anew. */
export const useForgetEverything = () => {
  const queries = useQueryClient()
  return () => queries.resetQueries()
}

/** Speaks as one of the demo company's people. */
export const useBecome = () => {
  const forget = useForgetEverything()
  return useMutation({ mutationFn: (person: string) => client.startDemoSession({ person }), onSuccess: forget })
}

export const useSignOut = () => {
  const forget = useForgetEverything()
  return useMutation({ mutationFn: client.endSession, onSuccess: forget })
}

/** From the first page of a new Guildhall: look around, or begin with one's own company. */
export const useStart = () => {
  const forget = useForgetEverything()
  return useMutation({ mutationFn: client.start, onSuccess: forget })
}
