import { type Language, useTexts } from '../language.tsx'
import { messages as de } from './de.ts'
import { messages as en, type MessagesTexts } from './en.ts'

const catalogues: Record<Language, MessagesTexts> = { en, de }

export const useMessagesTexts = (): MessagesTexts => catalogues[useTexts().language]
