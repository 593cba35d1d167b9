import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import type { ListToolsInput, ListWaiversInput, PreviewToolChangeInput } from '../client.generated.ts'
import { useTexts } from '../texts/language.tsx'

export type ToolFilter = { [field in 'q' | 'status' | 'dataClass']?: ListToolsInput[field] | undefined } & { overdue?: boolean | undefined }

export const useTools = ({ q, status, dataClass, overdue }: ToolFilter = {}, asks = true) => {
  const { language } = useTexts()
  return useQuery({
    enabled: asks,
    queryKey: ['tools', 'list', language, q, status, dataClass, overdue],
    queryFn: () =>
      client.listTools({
        language,
        ...(q !== undefined && { q }),
        ...(status !== undefined && { status }),
        ...(dataClass !== undefined && { dataClass }),
        ...(overdue === true && { overdue }),
      }),
    placeholderData: before => before,
  })
}

export const useTool = (tool: string) => {
  const { language } = useTexts()
  return useQuery({ queryKey: ['tools', tool, language], queryFn: () => client.showTool({ tool, language }) })
}

/** What was asked for, with the approved tools that could do instead. */
export const useToolRequest = (request: string) => {
  const { language } = useTexts()
  return useQuery({ queryKey: ['tools', 'request', request, language], queryFn: () => client.showToolRequest({ request, language }) })
}

export const useToolUsers = (tool: string) =>
  useInfiniteQuery({
    queryKey: ['tools', tool, 'users'],
    queryFn: ({ pageParam }) => client.listToolUsers({ tool, limit: 50, ...(pageParam !== undefined && { after: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

/** Approved tools for what somebody has in mind; nothing while they have named nothing. */
export const useSuggestions = (dataClasses: readonly string[], tier: number) => {
  const { language } = useTexts()
  const wanted = dataClasses.join(',')
  return useQuery({
    queryKey: ['tools', 'suggestions', language, wanted, tier],
    queryFn: () => client.suggestTools({ dataClasses: wanted, tier, language }),
    enabled: wanted !== '',
    placeholderData: before => before,
  })
}

/** What a change of a tool would come to; nothing is stored. */
export const useToolChangeCost = (change: PreviewToolChangeInput, asks: boolean) =>
  useQuery({
    queryKey: ['tools', 'change', change],
    queryFn: () => client.previewToolChange(change),
    enabled: asks,
    placeholderData: before => before,
  })

/** A change of a tool: the list, the questions and the guide say something else from then on. */
const useChange = <I, O>(change: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all(['tools', 'proposals', 'charter', 'tier-guide'].map(key => queries.invalidateQueries({ queryKey: [key] }))),
  })
}

export const useRequestTool = () => useChange(client.requestTool)
export const useChangeTool = () => useChange(client.changeTool)
export const useReviewTool = () => useChange(client.reviewTool)
export const useProposeToolWithdrawal = () => useChange(client.proposeToolWithdrawal)

export const useWaivers = (standing: ListWaiversInput['standing']) => {
  const { language } = useTexts()
  return useInfiniteQuery({
    queryKey: ['waivers', language, standing],
    queryFn: ({ pageParam }) =>
      client.listWaivers({ language, ...(standing !== undefined && { standing }), ...(pageParam !== undefined && { before: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: before => before,
  })
}

const useDecide = <I, O>(decide: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({ mutationFn: decide, onSuccess: () => queries.invalidateQueries({ queryKey: ['waivers'] }) })
}
export const useGrantWaiver = () => useDecide(client.grantWaiver)
export const useDeclineWaiver = () => useDecide(client.declineWaiver)
