import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import { isSignInEnded } from './asking.ts'
import { useForgetEverything } from './me.ts'

const mine = queryOptions({ queryKey: ['access'], queryFn: client.showMyAccess })

/** What a link is for; asked once, because a used link answers differently. */
export const useLink = (secret: string) =>
  useQuery({ queryKey: ['link', secret], queryFn: () => client.showLink({ secret }), enabled: secret !== '', staleTime: Infinity })

/** Every way of becoming somebody forgets what the former visitor saw. */
const useEntering = <I, O>(enter: (input: I) => Promise<O>) => {
  const forget = useForgetEverything()
  return useMutation({ mutationFn: enter, onSuccess: forget })
}
export const useSignIn = () => useEntering(client.signIn)
export const useAcceptLink = () => useEntering(client.acceptLink)

export const useMyAccess = () => useQuery(mine)

/** A change of one's own access; what the page shows of it is asked for again. */
const useChange = <I, O>(change: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: mine.queryKey }), queries.invalidateQueries({ queryKey: ['me'] })]),
  })
}
export const useChangePassword = () => useChange(client.changePassword)
export const useBeginSecondFactor = () => useChange(() => client.beginSecondFactor())
export const useConfirmSecondFactor = () => useChange(client.confirmSecondFactor)
export const useRemoveSecondFactor = () => useChange(client.removeSecondFactor)
export const useMakeToken = () => useChange(client.makeToken)
export const useEndAccess = () => useChange(client.endAccess)
export const useEndAllAccess = () => {
  const forget = useForgetEverything()
  return useMutation({
    mutationFn: async () => {
      await client.endAllAccess()
      // Here it has ended too, as the answer says; this only has the browser drop what it would go on sending.
      await client.endSession().catch((error: unknown) => {
        if (!isSignInEnded(error)) throw error
      })
    },
    onSuccess: forget,
  })
}
