import { type Language, useTexts } from '../language.tsx'
import { stops as de } from './de.ts'
import { stops as en, type StopsTexts } from './en.ts'

const catalogues: Record<Language, StopsTexts> = { en, de }

export const useStopsTexts = (): StopsTexts => catalogues[useTexts().language]
