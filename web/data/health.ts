import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import type { Person } from '../client.generated.ts'

const has = (person: Person | null | undefined, ...roles: readonly Person['roles'][number][]): boolean =>
  person?.roles.some(role => roles.includes(role)) === true

/** For the pages; the server decides who gets what. */
export const seesSettings = (person: Person | null | undefined): boolean => has(person, 'administrator', 'program-lead', 'auditor')
export const seesTargets = (person: Person | null | undefined): boolean => has(person, 'administrator', 'it-security', 'auditor')
export const closesTargets = (person: Person | null | undefined): boolean => has(person, 'administrator', 'it-security')
export const keepsKeys = (person: Person | null | undefined): boolean => has(person, 'administrator')

/** What was measured a moment ago; measured again while the page stands open. */
export const useHealth = () => useQuery({ queryKey: ['health', 'now'], queryFn: client.showHealth, refetchInterval: 30_000 })

export const useTargets = (asks: boolean) =>
  useQuery({ queryKey: ['health', 'targets'], queryFn: client.listPrivateTargets, enabled: asks })
export const useKeys = (asks: boolean) => useQuery({ queryKey: ['health', 'keys'], queryFn: client.showKeys, enabled: asks })

const useStep = <I, O>(step: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({ mutationFn: step, onSettled: () => queries.invalidateQueries({ queryKey: ['health'] }) })
}
export const useWithdrawTarget = () => useStep(client.withdrawPrivateTarget)
export const useProposeTarget = () => useStep(client.proposePrivateTarget)
export const useRotateKeys = () => useStep(() => client.rotateDataKeys({ requestId: crypto.randomUUID() }))
