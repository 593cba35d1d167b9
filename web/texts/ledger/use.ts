import { type Language, useTexts } from '../language.tsx'
import { ledger as de } from './de.ts'
import { ledger as en, type LedgerTexts } from './en.ts'

const catalogues: Record<Language, LedgerTexts> = { en, de }

export const useLedgerTexts = (): LedgerTexts => catalogues[useTexts().language]
