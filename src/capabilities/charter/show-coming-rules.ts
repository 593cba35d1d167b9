import { z } from 'zod'
import { operation } from '../operation.ts'
import type { Charters } from './charters.ts'
import { comingRule, impactPage, impactView, language } from './contract.ts'
import type { SolutionsAfter } from './impact.ts'
import { comingRules, walkRegistry } from './impact.ts'
import { readsProposals } from './permissions.ts'

export const showComingRules = (charters: Charters, solutionsAfter: SolutionsAfter) =>
  operation({
    name: 'show-coming-rules',
    summary: 'Rules of the charter in force that begin or end within 60 days, and the solutions that they will reach.',
    effect: 'read',
    http: { method: 'GET', path: '/charter/coming' },
    input: z.strictObject({ language: language(), ...impactPage() }),
    output: z.object({
      charter: z.object({ label: z.string(), digest: z.string() }),
      rules: z.array(comingRule),
      solutions: impactView.shape.coming,
      reached: z.int().nullable().describe('How many solutions in all; on further pages null.'),
      next: z.string().nullable().describe('Pass it as `after` for more; null where there is no more.'),
    }),
    allows: readsProposals,
    async run({ language, after: from, limit }, { db, now }) {
      const charter = await charters.inForce(db)
      const rules = comingRules(charter, now, language)
      const named = { charter: { label: charter.version, digest: charter.digest }, rules }
      if (rules.length === 0) return { ...named, solutions: [], reached: from === undefined ? 0 : null, next: null }
      const { coming, totals, next } = await walkRegistry(db, solutionsAfter, {
        before: charter,
        after: charter,
        now,
        language,
        from,
        limit,
      })
      return { ...named, solutions: coming, reached: totals?.reachedByComingRules ?? null, next }
    },
  })
