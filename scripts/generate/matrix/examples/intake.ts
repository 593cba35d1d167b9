import type { Examples } from '../frame.ts'

export const intakeExamples: Examples = {}
