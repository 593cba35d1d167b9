import { z } from 'zod'
import { id } from '#src/kernel/text.ts'
import { operation } from '../operation.ts'
import { signedIn } from '../permissions.ts'
import { about, proposalStates, proposalView } from './contract.ts'
import { readsKind } from './judged.ts'
import type { Kind } from './kind.ts'
import { peopleOf, presentProposal } from './present.ts'
import { pageOfProposals, standingsOf } from './store.ts'

export const listProposals = (kinds: readonly Kind[]) =>
  operation({
    name: 'list-proposals',
    summary: 'Changes that take two people, newest first: those of the kinds that one proposes, decides or audits, and one’s own.',
    effect: 'read',
    http: { method: 'GET', path: '/proposals' },
    input: z.strictObject({
      state: z.enum(proposalStates).optional(),
      kind: z.string().max(60).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      before: id().optional(),
      language: z.enum(['en', 'de']).default('en'),
    }),
    output: z.object({
      proposals: z.array(proposalView.extend({ about: about() })),
      next: z.string().nullable().describe('Pass it as `before` for the next page; null on the last one.'),
    }),
    allows: signedIn,
    async run({ state, kind, limit, before, language }, { actor, db, now }) {
      const readable = {
        kinds: kinds.filter(each => readsKind(actor, each)).map(each => each.kind),
        human: actor.kind === 'person' ? actor.human : null,
      }
      const found = await pageOfProposals(db, readable, { state, kind, limit, before, now })
      const rows = found.slice(0, limit)
      const people = await standingsOf(db, peopleOf(rows))
      const named = new Map<string, ReadonlyMap<string, string>>()
      for (const each of kinds) {
        const subjects = rows.filter(row => row.kind === each.kind).map(({ subject }) => subject)
        if (subjects.length > 0) named.set(each.kind, await each.named(subjects, { db, language }))
      }
      return {
        proposals: rows.flatMap(row => {
          const its = kinds.find(each => each.kind === row.kind)
          return its ? [{ ...presentProposal(row, its, people, now), about: named.get(row.kind)?.get(row.subject) ?? null }] : []
        }),
        next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
      }
    },
  })
