import type { Examples } from '../frame.ts'

export const vaultExamples: Examples = {}
