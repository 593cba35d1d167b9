import type { Examples } from '../frame.ts'

export const emergencyExamples: Examples = {}
