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
    // The rail and a page ask for the same in the same moment.
    staleTime: 10_000,
    placeholderData: before => before,
  })

export const useReviews = (view: View, asks = true) => useInfiniteQuery({ ...list(view, useTexts().language), enabled: asks })

/** Those who sign reviews off. */
const signers: readonly Person['roles'][number][] = ['coe-reviewer', 'it-security', 'legal', 'change-manager']
const signsReviews = (person: Person | null | undefined): boolean => person?.roles.some(role => signers.includes(role)) === true
/** Whom something in the queue needs: who signs, and who hands out. */
export const keepsReviews = (person: Person): boolean => signsReviews(person) || person.roles.includes('program-lead')
/** For the rail: whom the queue is worth showing to. The server decides who gets it. */
const lookers: readonly Person['roles'][number][] = [...signers, 'program-lead', 'auditor']
export const looksAtReviews = (person: Person | null | undefined): boolean => person?.roles.some(role => lookers.includes(role)) === true

/** How many open sign-offs wait for whoever is signed in: what the first page of their queue says. */
export const useWaitingForMe = (person: Person | null | undefined): number => {
  const { data } = useInfiniteQuery({
    ...list('mine', useTexts().language),
    enabled: signsReviews(person),
    staleTime: 60_000,
    refetchInterval: false,
  })
  return data?.pages[0]?.counts.mine ?? 0
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
