import type { Examples } from '../frame.ts'

export const peopleExamples: Examples = {}
