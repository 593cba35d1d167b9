import { type Language, useTexts } from '../language.tsx'
import { findings as de } from './de.ts'
import { findings as en, type FindingsTexts } from './en.ts'

const catalogues: Record<Language, FindingsTexts> = { en, de }

/** The words of findings; they come with these screens, so that nobody's first page carries them. */
export const useFindingsTexts = (): FindingsTexts => catalogues[useTexts().language]
