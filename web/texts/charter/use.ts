import { type Language, useTexts } from '../language.tsx'
import { charterChange as de } from './de.ts'
import { charterChange as en, type CharterChangeTexts } from './en.ts'

const catalogues: Record<Language, CharterChangeTexts> = { en, de }

/** The words of the charter's versions; they come with these screens, so that nobody's first page carries them. */
export const useCharterChangeTexts = (): CharterChangeTexts => catalogues[useTexts().language]
