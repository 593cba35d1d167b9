import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import {
  decideTold,
  declarationsBeside,
  numberOf,
  personIn,
  personRef,
  referralOf,
  ruledFacts,
  rulingsOf,
  seesIt,
  solutionByNumber,
  solutionKey,
  unknownSolution,
} from '../registry/index.ts'
import { noReferral } from './no-referral.ts'

export const showReferral = (charters: Charters) =>
  operation({
    name: 'show-referral',
    summary: 'The package with which an idea goes to the central team: answers, reasons, purpose and what was built so far.',
    effect: 'read',
    http: { method: 'GET', path: '/solutions/{key}/referral' },
    input: z.strictObject({ key: solutionKey(), language: z.enum(['en', 'de']).default('en') }),
    output: z.object({
      key: z.string(),
      name: z.string(),
      purpose: z.string(),
      owner: personRef,
      facts: z.record(z.string(), z.unknown()),
      rulings: z.record(z.string(), z.unknown()).describe('What reviewers settled.'),
      reasons: z.array(z.object({ rule: z.string(), tier: z.int(), because: z.string() })),
      benefit: z.unknown(),
      prototype: z.object({ platform: z.string().nullable(), platformIds: z.array(z.string()), environment: z.string().nullable() }),
      contains: z.array(z.string()).describe('What the charter says that such a package holds.'),
      referredAt: z.string(),
      receiptDueAt: z.string(),
      received: z.object({ by: personRef, at: z.string(), reference: z.string() }).nullable(),
    }),
    target: ({ key }, { db }) => solutionByNumber(db, numberOf(key)),
    allows: seesIt,
    async run({ key, language }, { db, now }, solution) {
      if (!solution) throw unknownSolution()
      const { draft } = await declarationsBeside(db, solution)
      const referral = draft && (await referralOf(db, draft.id))
      if (!draft || !referral) throw noReferral()
      const charter = await charters.inForce(db)
      const ruled = ruledFacts(await rulingsOf(db, solution.id))
      const { reasons } = decideTold(charter, { declared: draft.facts, inspection: draft.inspection, ruled }, now)
      const names = await namesOf(db, [solution.ownerId, ...(referral.receivedBy === null ? [] : [referral.receivedBy])])
      const { platform, platformIds, environment } = solution
      return {
        key,
        name: solution.name,
        purpose: solution.purpose,
        owner: personIn(names, solution.ownerId),
        facts: draft.facts,
        rulings: { ...ruled },
        reasons,
        benefit: solution.benefit,
        prototype: { platform, platformIds, environment },
        contains: charter.documents['lanes.yaml'].handOver.contains.map(({ text }) => text[language]),
        referredAt: referral.referredAt.toString(),
        receiptDueAt: referral.receiptDueAt.toString(),
        received:
          referral.receivedBy === null || referral.receivedAt === null
            ? null
            : { by: personIn(names, referral.receivedBy), at: referral.receivedAt.toString(), reference: referral.reference ?? '' },
      }
    },
  })
