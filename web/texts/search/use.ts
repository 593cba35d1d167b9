import { type Language, useTexts } from '../language.tsx'
import { search as de } from './de.ts'
import { search as en, type SearchTexts } from './en.ts'

const catalogues: Record<Language, SearchTexts> = { en, de }

export const useSearchTexts = (): SearchTexts => catalogues[useTexts().language]
