import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ListReviewsInput, Person } from '../client.generated.ts'
import { client } from '../client.generated.ts'
import { type Language, useTexts } from '../texts/language.tsx'

const pageSize = 50

export type View = NonNullable<ListReviewsInput['view']>

const list = (view: View, language: Language) =>
  infiniteQueryOptions({
    queryKey: ['reviews', 'list', view, language],
    queryFn: ({ pageParam }) =>
      client.listReviews({ view, language, limit: pageSize, ...(pageParam !== undefined && { after: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    // Working time runs while the page stands open.
    refetchInterval: 60_000,
    placeholderData: before => before,
  })

export const useReviews = (view: View, asks = true) => useInfiniteQuery({ ...list(view, useTexts().language), enabled: asks })

/** For the rail: whom the queue is worth showing to. The server decides who gets it. */
const lookers: readonly Person['roles'][number][] = ['coe-reviewer', 'it-security', 'legal', 'change-manager', 'program-lead', 'auditor']
export const looksAtReviews = (person: Person | null | undefined): boolean => person?.roles.some(role => lookers.includes(role)) === true

/** How many open sign-offs wait for whoever is signed in. */
export const useWaitingForMe = (person: Person | null | undefined): number => {
  const { data } = useQuery({
    queryKey: ['reviews', 'waiting', person?.id],
    queryFn: () => client.listReviews({ view: 'mine', limit: 1 }),
    enabled: looksAtReviews(person),
    staleTime: 60_000,
    select: ({ counts }) => counts.mine,
  })
  return data ?? 0
}

export const useReview = (review: string) => {
  const { language } = useTexts()
  return useQuery({
    queryKey: ['reviews', review, language],
    queryFn: () => client.showReview({ review, language }),
    placeholderData: before => (before?.key === review ? before : undefined),
  })
}

export const useReviewFigures = (days: number) =>
  useQuery({ queryKey: ['reviews', 'figures', days], queryFn: () => client.showReviewFigures({ days }), placeholderData: before => before })

/**
 * A step of a review. Whatever it came to, the page asks again: a step that was refused because somebody else was faster shows
 * what they did.
 */
const useStep = <I, O>(step: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: step,
    onSettled: () => Promise.all(['reviews', 'solutions'].map(key => queries.invalidateQueries({ queryKey: [key] }))),
  })
}

export const useStartReview = () => useStep(client.startReview)
export const useAssignReview = () => useStep(client.assignReview)
export const useSignOff = () => useStep(client.signOffReview)
export const useAsk = () => useStep(client.askAboutReview)
export const useAnswer = () => useStep(client.answerReviewQuestion)
export const useEscalate = () => useStep(client.escalateReview)
export const useRecordChange = () => useStep(client.recordChange)
export const useMeetCondition = () => useStep(client.meetCondition)
export const useJudgeCondition = () => useStep(client.acceptCondition)
