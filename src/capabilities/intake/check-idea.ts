import { z } from 'zod'
import { decide } from '#src/engines/charter/index.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { anyone } from '../permissions.ts'
import { checkView, factsInput, language } from './contract.ts'
import { readFacts } from './read-facts.ts'

/** Which of the tools that facts name are stopped for now; stops stand above this capability. */
export type StoppedAmong = (db: Db, facts: Readonly<Record<string, unknown>>) => Promise<string[]>

export const checkIdea = (charters: Charters, stoppedAmong: StoppedAmong) =>
  operation({
    name: 'check-idea',
    summary: 'May this be built, how carefully, and why? Nothing is stored.',
    effect: 'read',
    http: { method: 'POST', path: '/checks' },
    input: z.strictObject({ facts: factsInput(), language: language() }),
    output: checkView,
    allows: anyone,
    async run(input, { db, now }) {
      const charter = await charters.inForce(db)
      const decision = decide(charter, readFacts(charter, input.facts), now, input.language)
      return { ...decision, stopped: await stoppedAmong(db, input.facts) }
    },
  })
