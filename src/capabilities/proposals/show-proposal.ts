import { z } from 'zod'
import { Refusal } from '#src/kernel/refusal.ts'
import { id } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { about, blockerView, proposalView } from './contract.ts'
import { judge } from './judged.ts'
import type { Kind } from './kind.ts'
import { mayAdopt, mayDecline, mayWithdraw, noSuchProposal, readsProposal } from './permissions.ts'
import { presentProposal } from './present.ts'

export const showProposal = (kinds: readonly Kind[]) =>
  operation({
    name: 'show-proposal',
    summary: 'A proposal with what adopting it now would change, and what the asking person may do with it.',
    effect: 'read',
    http: { method: 'GET', path: '/proposals/{proposal}' },
    input: z.strictObject({
      proposal: id(),
      language: z.enum(['en', 'de']).default('en'),
      after: z.string().max(100).optional().describe('Go on behind this, as the last page of details said.'),
      limit: z.coerce.number().int().min(1).max(1_000).default(200),
    }),
    output: proposalView.extend({
      about: about(),
      content: z.unknown().describe('What exactly is proposed: the digest settles it.'),
      preview: z
        .object({ words: z.array(z.string()).readonly(), details: z.unknown() })
        .nullable()
        .describe('What adopting it now would change; null where it is decided, or can’t be done now.'),
      standsInTheWay: z.array(blockerView).readonly().describe('Why it can’t be done now, whoever adopts it.'),
      you: z
        .object({
          cannotAdopt: z.array(blockerView).readonly().describe('Why the asking person can’t be its second person; empty where they can.'),
          mayDecline: z.boolean(),
          mayWithdraw: z.boolean(),
        })
        .describe('What the asking person may do while it is open.'),
    }),
    target: async ({ proposal }, { db, actor }) => judge(db, kinds, proposal, await actor),
    allows: readsProposal,
    async run({ language, after, limit }, { actor, db, now }, judged) {
      if (!judged) throw noSuchProposal()
      const { row, kind, people } = judged
      const shown = presentProposal(row, kind, people, now)
      const open = shown.state === 'open'
      const reading = { db, now }
      const inTheWay = open
        ? await kind.check(row.content, reading).then(
            () => null,
            (error: unknown) => refusalOf(error),
          )
        : null
      return {
        ...shown,
        about: (await kind.named([row.subject], { db, language })).get(row.subject) ?? null,
        content: row.content,
        preview: open && inTheWay === null ? await kind.preview(row.content, { ...reading, language, after, limit }) : null,
        standsInTheWay: inTheWay?.blockers ?? [],
        you: {
          cannotAdopt: mayAdopt(actor, judged)?.blockers ?? [],
          mayDecline: open && mayDecline(actor, judged) === null,
          mayWithdraw: open && mayWithdraw(actor, judged) === null,
        },
      }
    },
  })

/** @throws what is no refusal, but a bug. */
const refusalOf = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error
  throw error
}
