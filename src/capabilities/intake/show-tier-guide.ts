import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { adoptionInForce } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { anyone } from '../permissions.ts'
import { language, tierGuideView } from './contract.ts'
import { tierGuide } from './tier-guide.ts'

export const showTierGuide = (charters: Charters) =>
  operation({
    name: 'show-tier-guide',
    summary:
      'The charter in force as a guide to read: tiers, rules, prohibited uses, guardrails, standards, data and contacts. No sign-in needed.',
    effect: 'read',
    http: { method: 'GET', path: '/charter/guide' },
    input: z.strictObject({ language: language() }),
    output: tierGuideView,
    allows: anyone,
    async run(input, { db, now }) {
      const adoption = await adoptionInForce(db)
      return { ...tierGuide(await charters.inForce(db), now, input.language), adoptedAt: adoption?.at?.toString() ?? null }
    },
  })
