import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client, type EditSolutionInput, type ListSolutionsInput, type RegisterSolutionInput } from '../client.generated.ts'
import { type Language, useTexts } from '../texts/language.tsx'
import type { Facts } from './charter-guide.ts'

const pageSize = 50

/** What a list is narrowed by, as the address names it. */
export type SolutionFilter = {
  [field in Exclude<keyof ListSolutionsInput, 'limit' | 'before' | 'mine' | 'reusable'>]?: ListSolutionsInput[field] | undefined
} & { mine?: true | undefined; reusable?: true | undefined }

/** Without what is not asked: an absent filter and one that says nothing are not the same to the server. */
export const askedOf = (filter: SolutionFilter): ListSolutionsInput =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))

const list = (filter: SolutionFilter) =>
  infiniteQueryOptions({
    queryKey: ['solutions', 'list', askedOf(filter)],
    queryFn: ({ pageParam }) =>
      client.listSolutions({ ...askedOf(filter), limit: pageSize, ...(pageParam !== undefined && { before: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: before => before,
  })

const solution = (key: string, language: Language) =>
  queryOptions({ queryKey: ['solutions', 'page', key, language], queryFn: () => client.showSolution({ key, language }) })

export const useSolutions = (filter: SolutionFilter = {}) => useInfiniteQuery(list(filter))

export const useMySolutions = () => useQuery({ queryKey: ['solutions', 'mine'], queryFn: client.listMySolutions })

/** A solution with its history. While an entry waits for its seal in the ledger, it asks again each second. */
export const useSolution = (key: string) =>
  useQuery({
    ...solution(key, useTexts().language),
    placeholderData: before => (before?.key === key ? before : undefined),
    refetchInterval: ({ state: { data } }) =>
      data?.history.some(({ leafIndex }) => leafIndex === null || leafIndex >= data.sealedUpTo) === true ? 1000 : false,
  })

/** Everything that may look different after a step of a solution: itself, the lists, its review, and what is offered. */
const touched = ['solutions', 'reviews', 'offers', 'waivers', 'proposals', 'standards']

/** Whatever a step came to, what the page shows of it is asked for again. */
export const useSolutionStep = <I, O>(step: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: step,
    onSettled: () => Promise.all(touched.map(key => queries.invalidateQueries({ queryKey: [key] }))),
  })
}

export const useRegister = () => useSolutionStep((input: RegisterSolutionInput & { requestId: string }) => client.registerSolution(input))

export const useEdit = (key: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Omit<EditSolutionInput, 'key'>) => client.editSolution({ key, ...input }),
    onSuccess: () => Promise.all(touched.map(each => queries.invalidateQueries({ queryKey: [each] }))),
  })
}

/** What a change would cost; nothing is stored. The former answer stays until the new one is there. */
export const useCost = (key: string, facts: Facts, asks: boolean) =>
  useQuery({
    queryKey: ['solutions', key, 'cost', facts],
    queryFn: () => client.previewEdit({ key, facts }),
    enabled: asks,
    placeholderData: before => before,
  })

/** What exists already that does nearly this. */
export const useSimilar = (name: string, purpose: string, facts: Facts) =>
  useQuery({
    queryKey: ['solutions', 'similar', name, purpose, facts],
    queryFn: () => client.similarSolutions({ ...(name !== '' && { name }), ...(purpose !== '' && { purpose }), facts }),
    placeholderData: before => before,
    staleTime: 60_000,
  })
