import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import type { ListLedgerEntriesInput } from '../client.generated.ts'

/** The newest signed checkpoint: everything up to its size is sealed. */
export const useCheckpoint = () => useQuery({ queryKey: ['checkpoint'], queryFn: client.showCheckpoint, staleTime: 5000 })

/** Fetches an entry's proof and hands it to the browser as a file for `guildhall ledger verify FILE --key …`, offline. */
export const useProofDownload = () =>
  useMutation({
    mutationFn: async (entry: number) => {
      const { proof } = await client.proveEntry({ entry })
      if (proof === null) throw new Error('The entry is not sealed yet.')
      const address = URL.createObjectURL(new Blob([proof], { type: 'text/plain' }))
      const link = document.createElement('a')
      link.href = address
      link.download = `ledger-entry-${entry}.tlog-proof`
      link.click()
      URL.revokeObjectURL(address)
    },
  })

export type EntryFilter = { [field in 'kind' | 'subject' | 'type' | 'actor' | 'from' | 'to']?: ListLedgerEntriesInput[field] | undefined }

export const useEntries = (filter: EntryFilter) =>
  useInfiniteQuery({
    queryKey: ['ledger', 'entries', filter],
    queryFn: ({ pageParam }) =>
      client.listLedgerEntries({
        ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)),
        limit: 50,
        ...(pageParam !== undefined && { before: pageParam }),
      }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: before => before,
  })

/** One entry as it was sealed, with its proof as soon as there is one. */
export const useEntry = (entry: number) =>
  useQuery({
    queryKey: ['ledger', 'entry', entry],
    queryFn: () => client.proveEntry({ entry }),
    refetchInterval: ({ state }) => (state.data?.proof === null ? 1000 : false),
  })

export const useVerification = () => useMutation({ mutationFn: () => client.verifyLedger() })
