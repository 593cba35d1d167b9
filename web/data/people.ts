import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import type { ListPeopleInput } from '../client.generated.ts'

const pageSize = 50

export type PeopleFilter = { [field in 'q' | 'role' | 'unit']?: ListPeopleInput[field] | undefined }

const list = ({ q, role, unit }: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: ['people', 'list', q, role, unit],
    queryFn: ({ pageParam }) =>
      client.listPeople({
        limit: pageSize,
        ...(q !== undefined && { q }),
        ...(role !== undefined && { role }),
        ...(unit !== undefined && { unit }),
        ...(pageParam !== undefined && { after: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: before => before,
  })

export const usePeople = (filter: PeopleFilter) => useInfiniteQuery(list(filter))

/** Everybody whose name, job or unit begins like this, for choosing one; at most a page. */
export const usePeopleNamed = (q: string) =>
  useQuery({ queryKey: ['people', 'named', q], queryFn: () => client.listPeople({ q, limit: 20 }), enabled: q.trim().length > 1 })

export const usePerson = (person: string) =>
  useQuery(queryOptions({ queryKey: ['people', person], queryFn: () => client.showPerson({ person }) }))

/** Somebody whom an address names by their id; nobody where it names none. */
export const usePersonNamed = (person: string | undefined) =>
  useQuery({ queryKey: ['people', person], queryFn: () => client.showPerson({ person: person ?? '' }), enabled: person !== undefined })

/** Whether somebody was invited, and what became of the letter; a job sends it and tells nobody, so the page asks again. */
export const useInvitation = (person: string) =>
  useQuery({
    queryKey: ['people', 'invitation', person],
    queryFn: () => client.showInvitation({ person }),
    refetchInterval: ({ state: { data } }) => (data?.invitation?.letter === 'on-its-way' ? 15_000 : false),
  })

export const useUnits = (at?: string, asks = true) =>
  useQuery({
    enabled: asks,
    queryKey: ['units', at ?? 'now'],
    queryFn: () => client.listUnits(at === undefined ? {} : { at }),
    placeholderData: before => before,
  })

/** A change to people or units: whatever shows either asks again. */
const useChange = <I, O>(change: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all(['people', 'units', 'me', 'proposals'].map(key => queries.invalidateQueries({ queryKey: [key] }))),
  })
}

export const useAddPerson = () => useChange(client.addPerson)
export const useChangePerson = () => useChange(client.changePerson)
export const useSuspend = () => useChange(client.suspendPerson)
export const useResume = () => useChange(client.resumePerson)
export const useDeparture = () => useChange(client.recordDeparture)
export const useAddAbsence = () => useChange(client.addAbsence)
export const useRemoveAbsence = () => useChange(client.removeAbsence)
export const useChangeContact = () => useChange(client.changeContact)
export const useAddUnit = () => useChange(client.addUnit)
export const useChangeUnit = () => useChange(client.changeUnit)
export const useCloseUnit = () => useChange(client.closeUnit)
export const usePreviewImport = () => useMutation({ mutationFn: client.previewImport })
export const useImport = () => useChange(client.importPeople)
export const useInviteSecondAdministrator = () => useChange(client.inviteSecondAdministrator)
export const useInvite = () => useChange(client.invitePerson)
export const useRecover = () => useChange(client.makeRecoveryLink)
export const useEndPersonAccess = () => useChange(client.endPersonAccess)
export const useProposeRoles = () => useChange(client.proposeRoleChange)
export const useProposeReset = () => useChange(client.proposeSignInReset)
