import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type CharterImpact, type CharterProposal, client } from '../client.generated.ts'
import { useTexts } from '../texts/language.tsx'

/** A charter's documents as written: file name to text. */
export type CharterDocuments = Readonly<Record<string, string>>

const pageSize = 25

export const useCharterVersions = (asks: boolean) =>
  useInfiniteQuery({
    enabled: asks,
    queryKey: ['charter-versions', 'list'],
    queryFn: ({ pageParam }) => client.listCharterVersions({ limit: pageSize, ...(pageParam !== undefined && { before: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

export const useCharterVersion = (digest: string | undefined) =>
  useQuery({
    enabled: digest !== undefined,
    queryKey: ['charter-versions', digest],
    queryFn: () => client.showCharterVersion({ digest: digest ?? '' }),
  })

/** What differs from one version to another; without the earlier one, all that the later says. */
export const useDifferences = ({ from, to }: { from?: string | undefined; to: string | undefined }) => {
  const { language } = useTexts()
  return useQuery({
    enabled: to !== undefined,
    queryKey: ['charter-versions', 'differences', language, from, to],
    queryFn: () => client.compareCharters({ to: to ?? '', language, ...(from !== undefined && { from }) }),
  })
}

/** Rules that begin or end soon, with the solutions that they will reach. */
export const useComingRules = () => {
  const { language } = useTexts()
  return useInfiniteQuery({
    queryKey: ['charter-versions', 'coming', language],
    queryFn: ({ pageParam }) => client.showComingRules({ language, limit: pageSize, ...(pageParam !== undefined && { after: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })
}

/** What is wrong with documents, or what they would change. The former answer stays until the new one is there. */
export const useCharterCheck = (documents: CharterDocuments | undefined) => {
  const { language } = useTexts()
  return useQuery({
    enabled: documents !== undefined,
    queryKey: ['charter-check', language, documents],
    queryFn: () => client.checkCharter({ documents: { ...documents }, language }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
}

/** Whom they would reach, page by page; it takes seconds in a large company, so it is asked for by itself. */
export const useCharterReach = (documents: CharterDocuments | undefined) => {
  const { language } = useTexts()
  return useInfiniteQuery({
    enabled: documents !== undefined,
    queryKey: ['charter-check', 'reach', language, documents],
    queryFn: async ({ pageParam }) => {
      const { impact } = await client.checkCharter({
        documents: { ...documents },
        reach: true,
        language,
        limit: pageSize,
        ...(pageParam !== undefined && { after: pageParam }),
      })
      return impact
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page?.next ?? undefined,
    gcTime: 60_000,
  })
}

/** Whom an open proposal would reach: the first page came with it. */
export const useProposedReach = (proposal: string, first: CharterProposal) => {
  const { language } = useTexts()
  return useInfiniteQuery({
    queryKey: ['proposals', proposal, 'reach', language, first.digest],
    queryFn: async ({ pageParam }) => {
      const { preview } = await client.showProposal({ proposal, language, ...(pageParam !== undefined && { after: pageParam }) })
      return impactOf(preview?.details)
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    initialData: { pages: [first.impact], pageParams: [undefined] },
    staleTime: Infinity,
  })
}

/** The kind of a proposal settles the shape of its details; of one that was decided meanwhile nothing more is foreseen. */
const impactOf = (details: unknown): CharterImpact =>
  isWithImpact(details) ? details.impact : { totals: null, effects: [], unreadable: [], coming: [], next: null }
const isWithImpact = (details: unknown): details is Pick<CharterProposal, 'impact'> =>
  typeof details === 'object' && details !== null && 'impact' in details

export const useProposeCharter = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: client.proposeCharter,
    onSuccess: () =>
      Promise.all([queries.invalidateQueries({ queryKey: ['proposals'] }), queries.invalidateQueries({ queryKey: ['charter-versions'] })]),
  })
}
