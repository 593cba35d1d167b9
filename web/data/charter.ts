import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { type Language, useTexts } from '../texts/language.tsx'
import { client, type Person } from '../client.generated.ts'
import type { Facts } from './charter-guide.ts'

export const charterQuery = (language: Language) =>
  queryOptions({ queryKey: ['charter', language], queryFn: () => client.showCharter({ language }), staleTime: 300_000 })

/** The questions, tiers and contacts of the charter in force, in the reader's language. */
export const useCharter = () => useQuery(charterQuery(useTexts().language))

const tierGuideQuery = (language: Language) =>
  queryOptions({ queryKey: ['tier-guide', language], queryFn: () => client.showTierGuide({ language }), staleTime: 300_000 })

/** The charter in force as a document to read, in the reader's language. */
export const useTierGuide = () => useQuery(tierGuideQuery(useTexts().language))

/** What the charter says to these facts. The former answer stays until the new one is there. */
export const useDecision = (facts: Facts) => {
  const { language } = useTexts()
  return useQuery({
    queryKey: ['check', language, facts],
    queryFn: () => client.checkIdea({ facts, language }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

/** For the pages: to whom the ways there are worth showing. The server decides who gets in. */
export const proposesCharters = (person: Person | null | undefined): boolean => person?.roles.includes('program-lead') === true
const readers: readonly Person['roles'][number][] = ['coe-reviewer', 'it-security', 'legal', 'change-manager', 'program-lead', 'auditor']
export const readsVersions = (person: Person | null | undefined): boolean => person?.roles.some(role => readers.includes(role)) === true
