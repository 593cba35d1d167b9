import type { Examples } from '../frame.ts'

export const accessExamples: Examples = {}
