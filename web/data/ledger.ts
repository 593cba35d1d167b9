import { useMutation, useQuery } from '@tanstack/react-query'
import { client } from '../client.generated.ts'

/** The newest signed checkpoint: everything up to its size is sealed. */
export const useCheckpoint = () => useQuery({ queryKey: ['checkpoint'], queryFn: client.showCheckpoint, staleTime: 5000 })

/** Fetches an entry's proof and hands it to the browser as a file that anyone can verify offline. */
export const useProofDownload = () =>
  useMutation({
    mutationFn: async (entry: number) => {
      const proof = await client.proveEntry({ entry })
      const address = URL.createObjectURL(new Blob([JSON.stringify(proof, null, 2)], { type: 'application/json' }))
      const link = document.createElement('a')
      link.href = address
      link.download = `ledger-entry-${entry}.json`
      link.click()
      URL.revokeObjectURL(address)
    },
  })
