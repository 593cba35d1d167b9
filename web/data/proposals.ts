import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import { useTexts } from '../texts/language.tsx'

export const useProposals = () => {
  const { language } = useTexts()
  return useQuery({ queryKey: ['proposals', 'list', language], queryFn: () => client.listProposals({ language }) })
}

export const useOpenProposals = () => useQuery({ queryKey: ['proposals', 'open'], queryFn: () => client.listProposals({ state: 'open' }) })

export const useProposal = (proposal: string) => {
  const { language } = useTexts()
  return useQuery({ queryKey: ['proposals', proposal, language], queryFn: () => client.showProposal({ proposal, language }) })
}

/** A decision may change anything: roles, the charter, who gets in. */
const useDeciding = <I, O>(decide: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({ mutationFn: decide, onSuccess: () => queries.invalidateQueries() })
}

export const useAdopt = () => useDeciding(client.adoptProposal)
export const useDecline = () => useDeciding(client.declineProposal)
export const useWithdraw = () => useDeciding(client.withdrawProposal)

export const useEmergencies = () => useQuery({ queryKey: ['emergencies'], queryFn: () => client.listEmergencies() })
export const useOpenEmergency = () => useDeciding(client.openEmergency)
export const useEndEmergency = () => useDeciding(client.endEmergency)
export const useReviewEmergency = () => useDeciding(client.reviewEmergency)
