import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import type { Job, Person } from '../client.generated.ts'

export const isOver = ({ state }: Pick<Job, 'state'>): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

/** While something runs the page asks again each two seconds, else now and then for the next round. */
export const useJobs = () =>
  useQuery({
    queryKey: ['jobs', 'list'],
    queryFn: () => client.listJobs(),
    refetchInterval: ({ state }) => (state.data?.jobs.some(({ state: is }) => is === 'running') === true ? 2_000 : 15_000),
  })

export const useJob = (job: string) =>
  useQuery({
    queryKey: ['jobs', job],
    queryFn: () => client.showJob({ job }),
    refetchInterval: ({ state }) => (state.data !== undefined && isOver(state.data) ? false : 2_000),
  })

const useStep = <I, O>(step: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({ mutationFn: step, onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }) })
}
export const useStartJob = () => useStep(client.startJob)
export const useCancelJob = () => useStep(client.cancelJob)

/** For the pages; the server decides. */
export const seesJobs = (person: Person | null | undefined): boolean =>
  person?.roles.some(role => ['administrator', 'program-lead', 'coe-reviewer', 'auditor'].includes(role)) === true
export const keepsJobs = (person: Person | null | undefined): boolean => person?.roles.includes('administrator') === true
