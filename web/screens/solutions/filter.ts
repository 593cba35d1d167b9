import type { SavedView } from '../../client.generated.ts'
import type { SolutionFilter } from '../../data/solutions.ts'

export const states = [
  'draft',
  'submitted',
  'in-review',
  'changes-requested',
  'approved',
  'active',
  'suspended',
  'retired',
  'refused',
  'referred',
] as const
type State = (typeof states)[number]

/** The filters of the list as its address names them. */
export interface ListSearch {
  q?: string | undefined
  state?: State | undefined
  tier?: 1 | 2 | 3 | 4 | undefined
  kind?: string | undefined
  tool?: string | undefined
  dataClass?: string | undefined
  unit?: string | undefined
  owner?: string | undefined
  /** A day; what ends before it. */
  until?: string | undefined
  mine?: true | undefined
  reusable?: true | undefined
}

const textOr = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value)

/** What an address or a saved view asks for; anything that no list knows is left out. */
export const readSearch = (given: Record<string, unknown>): ListSearch => ({
  q: textOr(given['q']),
  state: states.find(state => state === given['state']),
  tier: ([1, 2, 3, 4] as const).find(tier => tier === given['tier']),
  kind: textOr(given['kind']),
  tool: textOr(given['tool']),
  dataClass: textOr(given['dataClass']),
  unit: textOr(given['unit']),
  owner: textOr(given['owner']),
  until: isDay(given['until']) ? given['until'] : undefined,
  mine: given['mine'] === true ? true : undefined,
  reusable: given['reusable'] === true ? true : undefined,
})

/** The same as the server takes it. */
export const filterOf = ({ until, ...rest }: ListSearch): SolutionFilter => ({
  ...rest,
  ...(until !== undefined && { expiresBefore: `${until}T00:00:00Z` }),
})

/** The address of a saved view. */
export const searchOf = ({ filters }: SavedView): ListSearch => {
  const end = filters['expiresBefore']
  return readSearch({ ...filters, until: typeof end === 'string' ? end.slice(0, 10) : undefined })
}

export const isNarrowed = (search: ListSearch): boolean => Object.values(search).some(value => value !== undefined)
