import { adoptProposal } from './adopt-proposal.ts'
import { declineProposal } from './decline-proposal.ts'
import { proposalAdopted, proposalDeclined, proposalExpired, proposalMade, proposalWithdrawn } from './entries.ts'
import { proposals } from './governed.ts'
import type { Kind } from './kind.ts'
import { proposalDecided, proposalWaits } from './messages.ts'
import { listProposals } from './list-proposals.ts'
import { showProposal } from './show-proposal.ts'
import { openAbout, wasAdopted } from './store.ts'
import type { Db } from '../operation.ts'
import { withdrawProposal } from './withdraw-proposal.ts'

/**
 * What takes two people: one mechanism for every kind of change. A capability declares its kind and the operation that
 * proposes it, and hands both to the program; looking at, adopting, declining and withdrawing are the same for all.
 *
 *     const targetKind = proposalKind({
 *       kind: 'add-target', called: 'a private target',
 *       content: z.strictObject({ host: z.string(), port: z.int() }),    // exactly what will be done; no free text
 *       details: z.object({ host: z.string() }),                         // the preview's structure
 *       proposedBy: ['it-security'], decidedBy: ['it-security', 'program-lead'], readBy: ['auditor'],
 *       subject: ({ host, port }) => `${host}:${port}`,                  // one open proposal per kind and subject
 *       favours: () => [],                                               // who gains: [{ person, role? }]
 *       lock: (content, db) => …,                                        // what check relies on, before a write
 *       check: async (content, { db, now }) => …,                        // throws a Refusal
 *       preview: async (content, { db, now, language }) => ({ words: ['…'], details: { … } }),
 *       effect: async (content, { db, now, record, proposal }) => …,     // does it, records its own entries
 *     })
 *     const proposeTarget = proposing(targetKind, {
 *       name: 'propose-target', summary: '…', path: '/proposals/targets',
 *       input: z.strictObject({ host: …, port: … }), content: input => input,
 *     })
 *     return { operations: [proposeTarget], kinds: [targetKind], … }     // program.ts collects `kinds`
 *
 * A kind that gives roles says `givesRoles` and names each in `favours` ({ person, role }): who holds a role only since a
 * proposal was made doesn't decide that proposal with it.
 */
export { readsKind } from './judged.ts'
export { proposalKind } from './kind.ts'
export type { Adopting, Dropping, Kind } from './kind.ts'
export { blockerView } from './contract.ts'
export { mayPropose, proposing } from './proposing.ts'

/** Whether a proposal of a kind, about a subject, was adopted at a moment or later. */
export const adoptedAbout = (db: Db, { kind }: Pick<Kind, 'kind'>, subject: string, since: Temporal.Instant): Promise<boolean> =>
  wasAdopted(db, kind, subject, since)

/** The proposal of a kind about a subject that waits for a second person; null where none does. */
export const openProposalAbout = async (db: Db, kind: string, subject: string, now: Temporal.Instant): Promise<string | null> =>
  (await openAbout(db, kind, subject, now))?.id ?? null

/** The operations that are the same for all kinds. */
export const proposalsCapability = (kinds: readonly Kind[]) => ({
  operations: [listProposals(kinds), showProposal(kinds), adoptProposal(kinds), declineProposal(kinds), withdrawProposal(kinds)],
  messages: [proposalWaits, proposalDecided.adopted, proposalDecided.declined],
  governed: [proposals],
  entries: [proposalMade, proposalAdopted, proposalDeclined, proposalWithdrawn, proposalExpired],
})
