import type { Examples } from '../frame.ts'

export const proposalsExamples: Examples = {}
