import { useMutation, useQuery } from '@tanstack/react-query'
import { client } from '../client.generated.ts'

/** The newest signed checkpoint: everything up to its size is sealed. While it is older than a leaf, it asks again each second. */
export const useCheckpoint = (leaf: number) =>
  useQuery({
    queryKey: ['checkpoint'],
    queryFn: client.showCheckpoint,
    staleTime: 5000,
    refetchInterval: ({ state }) => (state.data !== undefined && state.data.size <= leaf ? 1000 : false),
  })

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
