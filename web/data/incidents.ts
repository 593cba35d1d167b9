import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import type { ListIncidentsInput } from '../client.generated.ts'
import { useTexts } from '../texts/language.tsx'

export const useIncidents = (state: ListIncidentsInput['state']) =>
  useInfiniteQuery({
    queryKey: ['incidents', 'list', state],
    queryFn: ({ pageParam }) =>
      client.listIncidents({ ...(state !== undefined && { state }), ...(pageParam !== undefined && { before: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: before => before,
  })

export const useIncident = (incident: string) => {
  const { language } = useTexts()
  return useQuery({ queryKey: ['incidents', incident, language], queryFn: () => client.showIncident({ incident, language }) })
}

const useChange = <I, O>(change: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all(['incidents', 'stops'].map(key => queries.invalidateQueries({ queryKey: [key] }))),
  })
}
export const useOpenIncident = () => useChange(client.openIncident)
export const useChangeIncident = () => useChange(client.changeIncident)
export const useContainIncident = () => useChange(client.containIncident)
export const useCloseIncident = () => useChange(client.closeIncident)
export const useAddNote = () => useChange(client.addIncidentNote)
export const useAddIncidentAction = () => useChange(client.addIncidentAction)
export const useCompleteAction = () => useChange(client.completeIncidentAction)
export const useDeferAction = () => useChange(client.deferIncidentAction)
