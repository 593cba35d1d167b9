import { type Language, useTexts } from '../language.tsx'
import { artifact as de } from './artifact-de.ts'
import { artifact as en, type ArtifactTexts } from './artifact-en.ts'

const catalogues: Record<Language, ArtifactTexts> = { en, de }

export const useArtifactTexts = (): ArtifactTexts => catalogues[useTexts().language]
