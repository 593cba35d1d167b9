import { useQuery } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import type { SearchEverythingOutput } from '../client.generated.ts'
import { useTexts } from '../texts/language.tsx'
import { kept } from './kept.ts'
import { useSettled } from './settled.ts'

export type Found = SearchEverythingOutput['found'][number]

/** As many letters as it takes to mean something. */
const ENOUGH = 2

/** What there is by these words; asked once somebody pauses in typing. Each answer belongs to its own words, so a late one replaces nothing. */
export const useSearchEverything = (typed: string, asks: boolean) => {
  const { language } = useTexts()
  const q = useSettled(typed.trim(), 200)
  const enough = q.length >= ENOUGH
  const search = useQuery({
    queryKey: ['search', q, language],
    queryFn: () => client.searchEverything({ q, language }),
    enabled: asks && enough,
    staleTime: 30_000,
    placeholderData: before => (enough ? before : undefined),
  })
  const waits = asks && typed.trim().length >= ENOUGH && (q !== typed.trim() || search.isPlaceholderData || search.isLoading)
  return { found: asks && enough ? (search.data?.found ?? []) : [], waits, error: search.error, again: () => void search.refetch() }
}

const recent = kept('guildhall.recent')
const MOST_RECENT = 6

/** What one went to through the menu, the newest first; kept in this browser for whoever went there, and for nobody else. */
export const recentOf = (person: string): Found[] => {
  try {
    const { of, found }: { of: string; found: Found[] } = JSON.parse(recent.read() ?? '{}')
    return of === person && Array.isArray(found) ? found : []
  } catch {
    return []
  }
}

export const keepRecent = (person: string, found: Found): void =>
  void recent.write(
    JSON.stringify({
      of: person,
      found: [found, ...recentOf(person).filter(({ kind, id }) => kind !== found.kind || id !== found.id)].slice(0, MOST_RECENT),
    }),
  )

export const forgetRecent = recent.forget
