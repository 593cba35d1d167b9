import { z } from 'zod'
import type { Charter } from '#src/engines/charter/index.ts'
import { decide } from '#src/engines/charter/index.ts'
import { operation } from '../operation.ts'
import { anyone } from '../people/index.ts'
import { decisionView, factsInput, language } from './contract.ts'
import { readFacts } from './read-facts.ts'

export const checkIdea = (charter: Charter) =>
  operation({
    name: 'check-idea',
    summary: 'May this be built, how carefully, and why? Nothing is stored.',
    effect: 'read',
    http: { method: 'POST', path: '/checks' },
    input: z.strictObject({ facts: factsInput(), language: language() }),
    output: decisionView,
    allows: anyone,
    run: (input, { now }) => Promise.resolve(decide(charter, readFacts(charter, input.facts), now, input.language)),
  })
