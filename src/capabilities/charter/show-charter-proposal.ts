import { z } from 'zod'
import { changeText, difference } from '#src/engines/charter/index.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import type { Charters } from './charters.ts'
import { comingRule, impactPage, impactView, language, versionSummary } from './contract.ts'
import type { SolutionsAfter } from './impact.ts'
import { comingRules, walkRegistry } from './impact.ts'
import { readsProposals } from './permissions.ts'
import { peopleOf, summaryOf } from './present.ts'
import { openProposal } from './store.ts'

export const showCharterProposal = (charters: Charters, solutionsAfter: SolutionsAfter) =>
  operation({
    name: 'show-charter-proposal',
    summary: 'The open proposal: what it changes in words, and for which solutions.',
    effect: 'read',
    http: { method: 'GET', path: '/charter/proposal' },
    input: z.strictObject({ language: language(), ...impactPage() }),
    output: z.object({
      proposal: versionSummary,
      replaces: z.object({ label: z.string(), digest: z.string() }).describe('The charter that it would take the place of.'),
      changes: z
        .array(z.object({ path: z.array(z.string()).readonly(), text: z.string() }))
        .describe('What differs from the charter in force.'),
      comingRules: z.array(comingRule).describe('Rules of the proposed charter that begin or end within 60 days.'),
      impact: impactView,
    }),
    allows: readsProposals,
    async run({ language, after: from, limit }, { db, now }) {
      const proposal = await openProposal(db)
      if (!proposal)
        throw refuse(
          'not-found',
          'no-open-proposal',
          'No proposal is open.',
          'A program lead can make one; the list of versions shows earlier ones.',
        )
      const [before, after] = [await charters.inForce(db), await charters.byDigest(db, proposal.digest)]
      return {
        proposal: summaryOf(proposal, await namesOf(db, peopleOf([proposal]))),
        replaces: { label: before.version, digest: before.digest },
        changes: difference(before, after).map(change => ({ path: change.path, text: changeText(change, language) })),
        comingRules: comingRules(after, now, language),
        impact: await walkRegistry(db, solutionsAfter, { before, after, now, language, from, limit }),
      }
    },
  })
