import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import type { ListStopsInput, Person, PreviewStopInput } from '../client.generated.ts'
import { useTexts } from '../texts/language.tsx'

export type Target = Pick<PreviewStopInput, 'kind' | 'target' | 'model'>

const nextOf = ({ next }: { next: string | null }) => next ?? undefined
const first = undefined as string | undefined

/** What a stop would reach; asked while somebody still decides. */
export const useReach = (target: Target) => {
  const { language } = useTexts()
  return useInfiniteQuery({
    queryKey: ['stops', 'reach', target, language],
    queryFn: ({ pageParam }) => client.previewStop({ ...target, language, ...(pageParam !== undefined && { after: pageParam }) }),
    initialPageParam: first,
    getNextPageParam: nextOf,
  })
}

export const useStops = (standing: ListStopsInput['standing']) => {
  const { language } = useTexts()
  return useInfiniteQuery({
    queryKey: ['stops', 'list', standing, language],
    queryFn: ({ pageParam }) =>
      client.listStops({ language, ...(standing !== undefined && { standing }), ...(pageParam !== undefined && { before: pageParam }) }),
    initialPageParam: first,
    getNextPageParam: nextOf,
    placeholderData: before => before,
  })
}

/** While it still suspends or lets go, the page asks again each two seconds. */
export const useStop = (stop: string) => {
  const { language } = useTexts()
  return useInfiniteQuery({
    queryKey: ['stops', stop, language],
    queryFn: ({ pageParam }) => client.showStop({ stop, language, ...(pageParam !== undefined && { after: pageParam }) }),
    initialPageParam: first,
    getNextPageParam: nextOf,
    refetchInterval: ({ state }) => (['stopping', 'lifting'].includes(state.data?.pages[0]?.state ?? '') ? 2_000 : false),
  })
}

const useChange = <I, O>(change: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all(['stops', 'solutions', 'proposals', 'incidents'].map(key => queries.invalidateQueries({ queryKey: [key] }))),
  })
}
export const useStartStop = () => useChange(client.startStop)
export const useProposeLift = () => useChange(client.proposeLift)

const holds = (person: Person | null | undefined, ...roles: readonly string[]): boolean =>
  person?.roles.some(role => roles.includes(role)) === true

/** For the pages; the server decides. */
export const stopsThings = (person: Person | null | undefined): boolean => holds(person, 'it-security', 'coe-reviewer', 'program-lead')
export const readsStops = (person: Person | null | undefined): boolean =>
  stopsThings(person) || holds(person, 'legal', 'change-manager', 'auditor', 'administrator')
