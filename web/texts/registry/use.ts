import { type Language, useTexts } from '../language.tsx'
import { registry as de } from './de.ts'
import { registry as en, type RegistryTexts } from './en.ts'

const catalogues: Record<Language, RegistryTexts> = { en, de }

/** The words of lists and registration; they come with these screens, so that nobody's first page carries them. */
export const useRegistryTexts = (): RegistryTexts => catalogues[useTexts().language]
