import { z } from 'zod'
import { decide } from '#src/engines/charter/index.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { anyone } from '../permissions.ts'
import { decisionView, factsInput, language } from './contract.ts'
import { readFacts } from './read-facts.ts'

export const checkIdea = (charters: Charters) =>
  operation({
    name: 'check-idea',
    summary: 'May this be built, how carefully, and why? Nothing is stored.',
    effect: 'read',
    http: { method: 'POST', path: '/checks' },
    input: z.strictObject({ facts: factsInput(), language: language() }),
    output: decisionView,
    allows: anyone,
    async run(input, { db, now }) {
      const charter = await charters.inForce(db)
      return decide(charter, readFacts(charter, input.facts), now, input.language)
    },
  })
