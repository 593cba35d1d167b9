import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import type { EndpointDelivery, Person } from '../client.generated.ts'

/** For the pages; the server decides who may what. */
export const keepsEndpoints = (person: Person | null | undefined): boolean => person?.roles.includes('administrator') === true
export const seesEndpoints = (person: Person | null | undefined): boolean =>
  person?.roles.some(role => role === 'administrator' || role === 'auditor') === true

export type EventState = EndpointDelivery['state']

/** Events are sent by a job and tell nobody, so a page that stands open asks again. */
const AGAIN = { refetchInterval: 15_000 }

export const useEndpoints = (asks: boolean) =>
  useQuery({ queryKey: ['endpoints', 'list'], queryFn: client.listEndpoints, enabled: asks, ...AGAIN })

export const useEndpoint = (endpoint: string, asks: boolean) =>
  useQuery({ queryKey: ['endpoints', 'one', endpoint], queryFn: () => client.showEndpoint({ endpoint }), enabled: asks, ...AGAIN })

export const useEvents = (endpoint: string, state: EventState | undefined) =>
  useInfiniteQuery({
    queryKey: ['endpoints', 'events', endpoint, state],
    queryFn: ({ pageParam }) =>
      client.listEndpointDeliveries({
        endpoint,
        ...(state !== undefined && { state }),
        ...(pageParam !== undefined && { before: pageParam }),
      }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: before => before,
    ...AGAIN,
  })

const useStep = <I, O>(step: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({ mutationFn: step, onSettled: () => queries.invalidateQueries({ queryKey: ['endpoints'] }) })
}

export const useAddEndpoint = () => useStep(client.addEndpoint)
export const useChangeEndpoint = () => useStep(client.changeEndpoint)
export const usePauseEndpoint = () => useStep(client.pauseEndpoint)
export const useContinueEndpoint = () => useStep(client.continueEndpoint)
export const useRemoveEndpoint = () => useStep(client.removeEndpoint)
export const useRenewSecret = () => useStep(client.renewEndpointSecret)
export const useTestEndpoint = () => useStep(client.testEndpoint)
export const useRedeliverEvents = () => useStep(client.redeliverEvents)
export const usePreviewReplay = () => useMutation({ mutationFn: client.previewReplay })
export const useReplay = () => useStep(client.replayEvents)
