import { type Language, useTexts } from '../language.tsx'
import { endpoints as de } from './de.ts'
import { endpoints as en, type EndpointsTexts } from './en.ts'

const catalogues: Record<Language, EndpointsTexts> = { en, de }

export const useEndpointsTexts = (): EndpointsTexts => catalogues[useTexts().language]
