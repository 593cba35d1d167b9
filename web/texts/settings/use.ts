import { type Language, useTexts } from '../language.tsx'
import { settings as de } from './de.ts'
import { settings as en, type SettingsTexts } from './en.ts'

const catalogues: Record<Language, SettingsTexts> = { en, de }

export const useSettingsTexts = (): SettingsTexts => catalogues[useTexts().language]
