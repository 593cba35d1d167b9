import { type Language, useTexts } from '../language.tsx'
import { home as de } from './de.ts'
import { home as en, type HomeTexts } from './en.ts'

const catalogues: Record<Language, HomeTexts> = { en, de }

export const useHomeTexts = (): HomeTexts => catalogues[useTexts().language]
