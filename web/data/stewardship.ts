import { useQuery } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import { useTexts } from '../texts/language.tsx'
import { useSolutionStep } from './solutions.ts'

export const useSubmit = () => useSolutionStep(client.submitSolution)
export const useAcceptStandards = () => useSolutionStep(client.acceptStandards)
export const useConfirm = () => useSolutionStep(client.recertifySolution)

export const useOffer = () => useSolutionStep(client.offerHandover)
export const useAcceptOffer = () => useSolutionStep(client.acceptHandover)
export const useDeclineOffer = () => useSolutionStep(client.declineHandover)
export const useWithdrawOffer = () => useSolutionStep(client.withdrawHandover)
export const useChangeMakers = () => useSolutionStep(client.changeMakers)
export const useConfirmReceipt = () => useSolutionStep(client.acknowledgeReferral)
export const useRequestWaiver = () => useSolutionStep(client.requestWaiver)
export const useRuleOnFact = () => useSolutionStep(client.ruleOnFact)
export const useRecordSecondLook = () => useSolutionStep(client.recordSecondLook)

export const useOffers = () => useQuery({ queryKey: ['offers'], queryFn: client.listOffers })

export const useStandards = () => {
  const { language } = useTexts()
  return useQuery({ queryKey: ['standards', language], queryFn: () => client.showStandards({ language }) })
}

export const useRecertification = (key: string) =>
  useQuery({ queryKey: ['solutions', key, 'recertification'], queryFn: () => client.showRecertification({ key }) })

/** What went to the central team. */
export const useReferral = (key: string) => {
  const { language } = useTexts()
  return useQuery({ queryKey: ['solutions', key, 'referral', language], queryFn: () => client.showReferral({ key, language }) })
}

/** What can be put off, and for how long, as whoever asks for it has to know. */
export const useWaivable = () => {
  const { language } = useTexts()
  return useQuery({ queryKey: ['waivers', 'waivable', language], queryFn: () => client.listWaivers({ limit: 1, language }) })
}

export const useSecondLook = (review: string) =>
  useQuery({ queryKey: ['reviews', 'second-look', review], queryFn: () => client.showSecondLook({ review }) })
