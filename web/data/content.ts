import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import type { ListContentReviewsInput, NameContentReviewersInput } from '../client.generated.ts'

export type Standing = NonNullable<ListContentReviewsInput['standing']>

export const useContents = (standing: Standing, view: NonNullable<ListContentReviewsInput['view']>) =>
  useInfiniteQuery({
    queryKey: ['content', 'list', standing, view],
    queryFn: ({ pageParam }) => client.listContentReviews({ standing, view, ...(pageParam !== undefined && { behind: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: before => before,
  })

export const useContent = (id: string) => useQuery({ queryKey: ['content', 'one', id], queryFn: () => client.showContentReview({ id }) })

/** Who looks at what a solution writes, and what that came to. */
export const useContentStep = (key: string) =>
  useQuery({ queryKey: ['content', 'step', key], queryFn: () => client.showContentStep({ key }) })

/** Verdicts that its flows could not be told of. */
export const useCallbacks = (key: string) =>
  useInfiniteQuery({
    queryKey: ['content', 'callbacks', key],
    queryFn: ({ pageParam }) => client.listCallbacks({ key, ...(pageParam !== undefined && { behind: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

const useChange = <I, O>(change: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({ mutationFn: change, onSettled: () => queries.invalidateQueries({ queryKey: ['content'] }) })
}

/** Notes that content is being shown for the first time. */
export const useOpenContent = () => useChange(client.openContentReview)
export const useApproveContent = () => useChange(client.approveContent)
export const useRejectContent = () => useChange(client.rejectContent)
export const useWithdrawContent = () => useChange(client.withdrawContent)

export const useNameReviewers = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: NameContentReviewersInput) => client.nameContentReviewers(input),
    onSuccess: () => Promise.all(['content', 'solutions'].map(key => queries.invalidateQueries({ queryKey: [key] }))),
  })
}

/** Signs what flows are told; the one before ends with it. */
export const useMakeCallbackSecret = () => useChange(client.makeCallbackSecret)
export const useRepeatCallbacks = () => useChange(client.repeatCallbacks)

/** What a flow needs to ask and to hear, and nothing more: it must not be able to decide. */
export const flowOperations = ['submit-content', 'show-content-review', 'show-content-receipt']

/** The receipt as a file, exactly as the terminal's `receipt verify` takes it. */
export const useReceipt = () =>
  useMutation({
    mutationFn: async (id: string) => {
      const receipt = await client.showContentReceipt({ id })
      const address = URL.createObjectURL(new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: 'application/json' }))
      Object.assign(document.createElement('a'), { href: address, download: `receipt-${id}.json` }).click()
      URL.revokeObjectURL(address)
    },
  })
