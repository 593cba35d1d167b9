import { type Language, useTexts } from '../language.tsx'
import { told as de } from './told-de.ts'
import { told as en, type ToldTexts } from './told-en.ts'

const catalogues: Record<Language, ToldTexts> = { en, de }

/** What is said of single findings, on pages of other things as well; apart from the words of the pages of findings, which are many more. */
export const useToldTexts = (): ToldTexts => catalogues[useTexts().language]
