import type { FindingFilter } from '../../data/findings.ts'

export const views = ['live', 'mine', 'unassigned', 'snoozed', 'cleared'] as const
export type View = (typeof views)[number]

export const severities = ['high', 'medium', 'low'] as const
export const kinds = ['solution', 'review', 'tool', 'person', 'program'] as const

/** What stands in the address of the list. */
export interface FindingSearch {
  view?: View | undefined
  rule?: string | undefined
  severity?: (typeof severities)[number] | undefined
  kind?: (typeof kinds)[number] | undefined
  unit?: string | undefined
}

const oneOf = <V extends string>(values: readonly V[], value: unknown): V | undefined => values.find(known => known === value)
const textOr = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

export const readFindingSearch = (search: Record<string, unknown>): FindingSearch => ({
  view: oneOf(views, search['view']),
  rule: textOr(search['rule']),
  severity: oneOf(severities, search['severity']),
  kind: oneOf(kinds, search['kind']),
  unit: textOr(search['unit']),
})

/** The same as the server is asked; `mine` needs to know whose. */
export const filterOf = ({ view = 'live', ...narrowed }: FindingSearch, me: string | undefined): FindingFilter => ({
  ...narrowed,
  state: view === 'snoozed' || view === 'cleared' ? view : 'open',
  ...(view === 'mine' && { assignee: me ?? '' }),
  ...(view === 'unassigned' && { unassigned: true }),
})

export const isNarrowed = ({ rule, severity, kind, unit }: FindingSearch): boolean =>
  [rule, severity, kind, unit].some(value => value !== undefined)
