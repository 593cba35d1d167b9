import { type Language, useTexts } from '../language.tsx'
import { jobs as de } from './de.ts'
import { jobs as en, type JobsTexts } from './en.ts'

const catalogues: Record<Language, JobsTexts> = { en, de }

export const useJobsTexts = (): JobsTexts => catalogues[useTexts().language]
