import { type Language, useTexts } from '../language.tsx'
import { incidents as de } from './de.ts'
import { incidents as en, type IncidentsTexts } from './en.ts'

const catalogues: Record<Language, IncidentsTexts> = { en, de }

export const useIncidentsTexts = (): IncidentsTexts => catalogues[useTexts().language]
