import { z } from 'zod'
import { changeText, threeWayDifference } from '#src/engines/charter/index.ts'
import { operation } from '../operation.ts'
import type { Charters } from './charters.ts'
import { language } from './contract.ts'
import { readsProposals } from './permissions.ts'
import { versionInForce } from './store.ts'

export const compareWithShipped = (charters: Charters) =>
  operation({
    name: 'compare-with-shipped',
    summary: 'What the charter that this release ships changes against the one yours was made from, next to your own changes.',
    effect: 'read',
    http: { method: 'GET', path: '/charter/comparison' },
    input: z.strictObject({ language: language() }),
    output: z.object({
      ours: z.string(),
      basedOn: z.string(),
      shipped: z.string(),
      newer: z.boolean().describe('Whether the release ships another charter than the one that yours was made from.'),
      changes: z.array(
        z.object({
          path: z.array(z.string()).readonly(),
          state: z
            .enum(['ours', 'theirs', 'same', 'conflict'])
            .describe('`ours` stays, `theirs` is on offer, `same` was changed alike, `conflict` needs a decision.'),
          ours: z.string().nullable().describe('What we changed, in words.'),
          theirs: z.string().nullable().describe('What the shipped charter changed, in words.'),
        }),
      ),
    }),
    allows: readsProposals,
    async run(input, { db }) {
      const { shipped } = charters
      const own = await versionInForce(db)
      const basedOn = own?.basedOn ?? shipped.charter.digest
      const [ours, base] = own
        ? [await charters.byDigest(db, own.digest), await charters.byDigest(db, basedOn)]
        : [shipped.charter, shipped.charter]
      const say = (path: readonly string[], before: unknown, after: unknown) => changeText({ path, before, after }, input.language)
      return {
        ours: ours.version,
        basedOn: base.version,
        shipped: shipped.charter.version,
        newer: basedOn !== shipped.charter.digest,
        changes: threeWayDifference(base, ours, shipped.charter).map(({ path, base: was, before, after, state }) => ({
          path,
          state,
          ours: state === 'theirs' ? null : say(path, was, before),
          theirs: state === 'ours' ? null : say(path, was, after),
        })),
      }
    },
  })
