import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import type { ListDeliveriesInput, Person, PreviewMessageTextInput } from '../client.generated.ts'
import { useTexts } from '../texts/language.tsx'

/** For the pages; the server decides who gets what. */
export const keepsMessages = (person: Person | null | undefined): boolean => person?.roles.includes('administrator') === true
export const readsTexts = (person: Person | null | undefined): boolean =>
  person?.roles.some(role => role === 'administrator' || role === 'program-lead' || role === 'auditor') === true

export type DeliveryState = NonNullable<ListDeliveriesInput['state']>

export const useInbox = (asks: boolean) => {
  const { language } = useTexts()
  return useInfiniteQuery({
    queryKey: ['messages', 'mine', language],
    queryFn: ({ pageParam }) => client.listMyMessages({ language, ...(pageParam !== undefined && { before: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    enabled: asks,
  })
}

/** Until it is known what became of a test card, a page asks again: it is sent by a job, which tells nobody. */
export const useMessagePreferences = (asks: boolean) =>
  useQuery({
    queryKey: ['messages', 'preferences'],
    queryFn: client.showMessagePreferences,
    enabled: asks,
    refetchInterval: ({ state: { data } }) => (data?.chat?.test?.state === 'due' ? 2_000 : false),
  })

export const useChatHosts = () => useQuery({ queryKey: ['messages', 'chat-hosts'], queryFn: client.showChatHosts })

export const useMessageTexts = (asks: boolean) =>
  useQuery({ queryKey: ['messages', 'texts'], queryFn: client.listMessageTexts, enabled: asks })

/** How a letter would read with these words; what was shown before stays until the answer comes. */
export const useTextPreview = (text: PreviewMessageTextInput) =>
  useQuery({
    queryKey: ['messages', 'preview', text],
    queryFn: () => client.previewMessageText(text),
    placeholderData: before => before,
  })

export const useMessageSettings = (asks: boolean) =>
  useQuery({ queryKey: ['messages', 'settings'], queryFn: client.showMessageSettings, enabled: asks })

/** Letters are sent by a job and tell nobody, so a page that stands open asks again. */
export const useDeliveries = (state: DeliveryState | undefined, asks: boolean) =>
  useInfiniteQuery({
    queryKey: ['messages', 'deliveries', state],
    queryFn: ({ pageParam }) =>
      client.listDeliveries({ ...(state !== undefined && { state }), ...(pageParam !== undefined && { before: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: before => before,
    refetchInterval: 30_000,
    enabled: asks,
  })

/** One letter, until it is known what became of it. */
export const useDelivery = (delivery: string | undefined) =>
  useQuery({
    queryKey: ['messages', 'delivery', delivery],
    queryFn: async () => (await client.listDeliveries({ ...(delivery !== undefined && { delivery }) })).deliveries[0] ?? null,
    enabled: delivery !== undefined,
    refetchInterval: ({ state: { data } }) => (data?.state === 'due' ? 2_000 : false),
  })

const useStep = <I, O>(step: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({ mutationFn: step, onSuccess: () => queries.invalidateQueries({ queryKey: ['messages'] }) })
}

export const useChangePreferences = () => useStep(client.changeMessagePreferences)
export const useChangeText = () => useStep(client.changeMessageText)
export const useResetText = () => useStep(client.resetMessageText)
export const useChangeMessageSettings = () => useStep(client.changeMessageSettings)
export const useSendTest = () => useStep(() => client.sendTestMessage({ requestId: crypto.randomUUID() }))
export const useChangeChatHosts = () => useStep(client.changeChatHosts)
export const useSetChat = () => useStep(client.setChat)
export const useRemoveChat = () => useStep(client.removeChat)
export const useTestChat = () => useStep(() => client.testChat({ requestId: crypto.randomUUID() }))
export const useRedeliver = () => useStep(client.redeliverDelivery)

/** What was read waits for nobody any more, and the rail counts anew. */
export const useReadMessages = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: client.readMessages,
    onSettled: () => Promise.all(['messages', 'me'].map(key => queries.invalidateQueries({ queryKey: [key] }))),
  })
}
