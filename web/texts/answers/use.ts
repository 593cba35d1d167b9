import { type Language, useTexts } from '../language.tsx'
import { answers as de } from './de.ts'
import { answers as en, type AnswerTexts } from './en.ts'

const catalogues: Record<Language, AnswerTexts> = { en, de }

export const useAnswerTexts = (): AnswerTexts => catalogues[useTexts().language]
