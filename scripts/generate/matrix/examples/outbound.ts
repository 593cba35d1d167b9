import type { Examples } from '../frame.ts'

export const outboundExamples: Examples = {}
