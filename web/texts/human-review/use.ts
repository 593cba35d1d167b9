import { type Language, useTexts } from '../language.tsx'
import { content as de } from './de.ts'
import { content as en, type ContentTexts } from './en.ts'

const catalogues: Record<Language, ContentTexts> = { en, de }

/** The words of content that waits for a person; they come with its pages. */
export const useContentTexts = (): ContentTexts => catalogues[useTexts().language]
