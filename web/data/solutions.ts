import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import type { Facts } from './charter-guide.ts'

const pageSize = 50

const list = infiniteQueryOptions({
  queryKey: ['solutions', 'list'],
  queryFn: ({ pageParam }) => client.listSolutions({ limit: pageSize, ...(pageParam !== undefined && { before: pageParam }) }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: page => page.next ?? undefined,
})

const solution = (key: string) => queryOptions({ queryKey: ['solutions', key], queryFn: () => client.showSolution({ key }) })

export const useSolutions = () => useInfiniteQuery(list)

/** A solution with its history. While an entry waits for its place in the ledger, it asks again each second. */
export const useSolution = (key: string) =>
  useQuery({
    ...solution(key),
    refetchInterval: ({ state }) => (state.data?.history.some(({ leafIndex }) => leafIndex === null) === true ? 1000 : false),
  })

interface Registration {
  name: string
  purpose: string
  facts: Facts
}

export const useRegister = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Registration & { requestId: string }) => client.registerSolution(input),
    onSuccess: () => queries.invalidateQueries({ queryKey: list.queryKey }),
  })
}

export const useEdit = (key: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Registration & { version: number }) => client.editSolution({ key, ...input }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['solutions'] }),
  })
}
