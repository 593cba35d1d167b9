import type { EntryFilter } from '../../data/ledger.ts'

/** What stands in the address of the ledger; days are the reader's own. */
export interface LedgerSearch {
  kind?: string | undefined
  subject?: string | undefined
  type?: string | undefined
  actor?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

const fields = ['kind', 'subject', 'type', 'actor', 'from', 'to'] as const

export const readLedgerSearch = (search: Record<string, unknown>): LedgerSearch =>
  Object.fromEntries(fields.flatMap(field => (typeof search[field] === 'string' && search[field] !== '' ? [[field, search[field]]] : [])))

const midnight = (day: string, later: number): string | undefined => {
  const at = new Date(`${day}T00:00`)
  at.setDate(at.getDate() + later)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

export const filterOf = ({ from, to, ...rest }: LedgerSearch): EntryFilter => ({
  ...rest,
  from: from === undefined ? undefined : midnight(from, 0),
  to: to === undefined ? undefined : midnight(to, 1),
})
