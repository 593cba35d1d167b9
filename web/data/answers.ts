import { useMutation, useQuery } from '@tanstack/react-query'
import { answeringWith, client } from '../client.generated.ts'
import { useTexts } from '../texts/language.tsx'

/** What a link in a letter asks. Opened once: each opening is written down. */
export const useAnswerLink = (token: string) => {
  const { language } = useTexts()
  return useQuery({
    queryKey: ['answer', token],
    queryFn: () => client.openAnswerLink({ token, language }),
    enabled: token !== '',
    staleTime: Infinity,
    retry: false,
  })
}
export type AskedByLetter = NonNullable<ReturnType<typeof useAnswerLink>['data']>

/** An answer goes to the operation that it is about, with the secret that the link opened. */
export const useAnswer = <I>(secret: string, send: (by: ReturnType<typeof answeringWith>, input: I) => Promise<unknown>) =>
  useMutation({ mutationFn: (input: I) => send(answeringWith(secret), input) })

export const useStandardsToAccept = (secret: string) => {
  const { language } = useTexts()
  return useQuery({
    queryKey: ['answer', 'standards', secret, language],
    queryFn: () => answeringWith(secret).showStandards({ language }),
  })
}
