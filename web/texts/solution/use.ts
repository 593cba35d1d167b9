import { type Language, useTexts } from '../language.tsx'
import { solution as de } from './de.ts'
import { solution as en, type SolutionTexts } from './en.ts'

const catalogues: Record<Language, SolutionTexts> = { en, de }

/** The words of one solution's pages; they come with these screens, so that nobody's first page carries them. */
export const useSolutionTexts = (): SolutionTexts => catalogues[useTexts().language]
