import { type Language, useTexts } from '../language.tsx'
import { review as de } from './de.ts'
import { review as en, type ReviewTexts } from './en.ts'

const catalogues: Record<Language, ReviewTexts> = { en, de }

/** The words of reviews; they come with these screens, so that nobody's first page carries them. */
export const useReviewTexts = (): ReviewTexts => catalogues[useTexts().language]
