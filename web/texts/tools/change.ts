import { type Language, useTexts } from '../language.tsx'
import { change as de } from './change-de.ts'
import { change as en, type ChangeTexts } from './change-en.ts'

const catalogues: Record<Language, ChangeTexts> = { en, de }

export const useChangeTexts = (): ChangeTexts => catalogues[useTexts().language]
