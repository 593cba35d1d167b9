import { type Language, useTexts } from '../language.tsx'
import { looks as de } from './looks-de.ts'
import { looks as en, type LooksTexts } from './looks-en.ts'

const catalogues: Record<Language, LooksTexts> = { en, de }

export const useLooksTexts = (): LooksTexts => catalogues[useTexts().language]
