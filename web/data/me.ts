import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import { forgetRecent } from './search.ts'
import { learnTime } from './server-time.ts'

const whoIsHere = async () => {
  const answer = await client.showMe()
  learnTime(answer.now)
  return answer
}

const me = queryOptions({ queryKey: ['me'], queryFn: whoIsHere, staleTime: 60_000 })
const personas = queryOptions({ queryKey: ['personas'], queryFn: client.listPersonas, staleTime: Infinity })

export const useMe = ({ everySeconds }: { everySeconds?: number } = {}) =>
  useQuery({ ...me, ...(everySeconds !== undefined && { refetchInterval: everySeconds * 1000 }) })
export const usePersonas = () => useQuery(personas)

/** Whoever is here: the demo's people, and what the link in the address is for. */
const forEverybody: readonly unknown[] = ['personas', 'link']

/**
 * Somebody else is here, or nobody any more: what the former person saw is gone, and each page asks anew. Who is here
 * stays until the answer comes, so that what led here stays on the page and can still go on to the next.
 */
export const useForgetEverything = () => {
  const queries = useQueryClient()
  return () => {
    forgetRecent()
    return Promise.all([
      queries.invalidateQueries({ queryKey: me.queryKey }),
      queries.resetQueries({ predicate: ({ queryKey: [what] }) => what !== 'me' && !forEverybody.includes(what) }),
    ])
  }
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
