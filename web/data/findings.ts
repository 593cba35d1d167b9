import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import type { ListFindingsInput, Person, PreviewTonightInput } from '../client.generated.ts'

const pageSize = 50

export type FindingFilter = {
  [field in 'rule' | 'severity' | 'state' | 'kind' | 'assignee' | 'unassigned' | 'unit']?: ListFindingsInput[field] | undefined
}

/** Only what was chosen: an empty field would ask for nothing. */
const asked = (filter: FindingFilter): ListFindingsInput =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))

export const useFindings = (filter: FindingFilter) =>
  useInfiniteQuery({
    queryKey: ['findings', 'list', filter],
    queryFn: ({ pageParam }) =>
      client.listFindings({ ...asked(filter), limit: pageSize, ...(pageParam !== undefined && { after: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: before => before,
  })

export const useFinding = (finding: string) => useQuery({ queryKey: ['findings', finding], queryFn: () => client.showFinding({ finding }) })

/** Open findings that are somebody's own part, for reviewers those about reviews, and how many are open in all. */
export const useMyFindings = () => useQuery({ queryKey: ['findings', 'mine'], queryFn: client.listMyFindings })

/** Where the preview begins. */
const noPage: PreviewTonightInput = {}

/** The whole preview, page after page; each page is a part of what a sweep looks at. A rule that is off can be looked at as well. */
export const useTonight = (as?: string) =>
  useInfiniteQuery({
    queryKey: ['findings', 'tonight', as],
    queryFn: ({ pageParam }) => client.previewTonight({ ...pageParam, ...(as !== undefined && { as }) }),
    initialPageParam: noPage,
    getNextPageParam: ({ next }) => (next === null ? undefined : { kind: next.kind, ...(next.after !== null && { after: next.after }) }),
    staleTime: 60_000,
  })

export type EffectFilter = { [field in 'rule' | 'night' | 'solution']?: string | undefined }

/** What rules did by themselves, the newest first. */
export const useEffects = ({ rule, night, solution }: EffectFilter) =>
  useInfiniteQuery({
    queryKey: ['findings', 'effects', rule, night, solution],
    queryFn: ({ pageParam }) =>
      client.listEffects({
        limit: pageSize,
        ...(rule !== undefined && { rule }),
        ...(night !== undefined && { night }),
        ...(solution !== undefined && { solution }),
        ...(pageParam !== undefined && { after: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

export const useFindingRules = () => useQuery({ queryKey: ['findings', 'rules'], queryFn: client.listFindingRules })

/** A step of a finding; asked again whatever came of it, so that a step that somebody else was faster with shows theirs. */
const useStep = <I, O>(step: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({ mutationFn: step, onSettled: () => queries.invalidateQueries({ queryKey: ['findings'] }) })
}
export const useAssignFinding = () => useStep(client.assignFinding)
export const useSnoozeFinding = () => useStep(client.snoozeFinding)
export const useSetFindingRule = () => useStep(client.setFindingRule)

/** Undoing takes a second person: proposing it shows among what waits for one. */
const useProposing = <I, O>(propose: (input: I) => Promise<O>) => {
  const queries = useQueryClient()
  return useMutation({ mutationFn: propose, onSuccess: () => queries.invalidateQueries({ queryKey: ['proposals'] }) })
}
export const useProposeUndoEffect = () => useProposing(client.proposeUndoEffect)
export const useProposeUndoNight = () => useProposing(client.proposeUndoNight)

const has = (person: Person | null | undefined, ...roles: readonly Person['roles'][number][]): boolean =>
  person?.roles.some(role => roles.includes(role)) === true

/** For the pages: to whom steps and previews are worth showing. The server decides who gets them. */
export const worksFindings = (person: Person | null | undefined): boolean => has(person, 'coe-reviewer', 'program-lead')
export const setsFindingRules = (person: Person | null | undefined): boolean => has(person, 'program-lead')
export const overseesFindings = (person: Person | null | undefined): boolean =>
  has(person, 'coe-reviewer', 'it-security', 'legal', 'change-manager', 'program-lead', 'auditor')
export const undoesEffects = (person: Person | null | undefined): boolean => has(person, 'coe-reviewer', 'it-security', 'program-lead')
