import { z } from 'zod'
import type { Actor, Person } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import { newId } from '#src/kernel/ids.ts'
import { parseInput } from '#src/kernel/parse.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { requestId } from '#src/kernel/text.ts'
import type { Entry } from '#src/ledger/index.ts'
import { operation } from '../operation.ts'
import type { Db } from '../operation.ts'
import { officeHolders } from '../office-holders.ts'
import { asPerson, personsOnly } from '../permissions.ts'
import { note, proposalView } from './contract.ts'
import { proposalExpired, proposalMade } from './entries.ts'
import { proposals } from './governed.ts'
import type { Kind } from './kind.ts'
import { digestOf } from './kind.ts'
import { aboutProposal, proposalWaits } from './messages.ts'
import { isPast, presentProposal } from './present.ts'
import { insertProposal, lapse, lockOpen, lockStandings, lockSubject, standingsOf } from './store.ts'
import { anyOf } from './words.ts'

/** How long a second person has. */
const lasting = Temporal.Duration.from({ hours: 14 * 24 })

interface Proposing {
  person: Person
  db: Db
  now: Temporal.Instant
  record(entry: Entry): void
}

/**
 * The operation that proposes a kind of change. It is attended: with somebody else's token one human being could propose,
 * and adopt as themself.
 * @param declared.input what the proposer says; `note` (why) and `requestId` are added.
 * @param declared.content what they said as the kind's content; may look at the database and refuse.
 * @param declared.alongside stores what belongs to the new proposal and is too large for its content.
 */
export const proposing = <C extends z.ZodObject, D extends z.ZodType, I extends z.ZodObject>(
  kind: Kind<C, D>,
  declared: {
    name: string
    summary: string
    path: `/${string}`
    maxBytes?: number
    input: I
    content(input: z.output<I>, context: Proposing): Promise<z.input<C>> | z.input<C>
    alongside?(proposal: { id: string; content: z.output<C>; note: string }, input: z.output<I>, context: Proposing): Promise<void>
  },
) =>
  operation({
    name: declared.name,
    summary: declared.summary,
    effect: 'write',
    attended: true,
    once: true,
    http: { method: 'POST', path: declared.path, ...(declared.maxBytes === undefined ? {} : { maxBytes: declared.maxBytes }) },
    input: z.strictObject({ ...declared.input.shape, note: note('Why, for those who decide.'), requestId: requestId() }),
    output: proposalView.extend({ content: kind.content.describe('What exactly was proposed.') }),
    allows: actor => mayPropose(actor, kind),
    async run({ note, ...said }, { actor, db, now, record, send }) {
      const context = { person: asPerson(actor), db, now, record }
      const input = parseInput(declared.input, Object.fromEntries(Object.entries(said).filter(([field]) => field in declared.input.shape)))
      const content = parseInput(kind.content, await declared.content(input, context))
      const subject = kind.subject(content)
      await lockSubject(db, kind.kind, subject)
      const { human } = await expectOffice(context, kind)
      await expectNoneOpen(context, kind, subject)
      await kind.lock(content, db)
      await kind.check(content, { db, now })
      const digest = digestOf(kind.kind, subject, content)
      const proposedBy = context.person.id
      const row = await insertProposal(
        db,
        { id: newId(), kind: kind.kind, subject, content, digest, note, proposedBy, proposedByHuman: human },
        { now, expiresAt: now.add(lasting) },
      )
      const data = { kind: kind.kind, about: subject, digest, proposedBy, expiresAt: row.expiresAt.toString() }
      record(proposalMade({ subject: proposals.subject(row), data, personal: { note } }))
      const waits = { because: 'decider', about: aboutProposal(row, kind), of: row, facts: { by: context.person.name } } as const
      for (const to of await secondPeople(db, kind, content, human)) send(proposalWaits({ to, ...waits }))
      await declared.alongside?.({ id: row.id, content, note }, input, context)
      return { ...presentProposal(row, kind, new Map([[proposedBy, context.person]]), now), content }
    },
  })

/** Also for what looks at a proposal before it is made. */
export const mayPropose = (actor: Actor, kind: Pick<Kind, 'called' | 'proposedBy'>): Refusal | null =>
  personsOnly(actor) ?? (hasRole(actor, ...kind.proposedBy) ? null : proposersOnly(kind))

const proposersOnly = ({ called, proposedBy }: Pick<Kind, 'called' | 'proposedBy'>): Refusal =>
  refuse('forbidden', 'proposers-only', `Only ${anyOf(proposedBy)} can propose ${called}.`, `Ask ${anyOf(proposedBy)} to propose it.`)

/** The role of an emergency proposes nothing: it would be gone before anybody could adopt it. */
const expectOffice = async ({ db, person }: Proposing, kind: Kind) => {
  const standing = (await lockStandings(db, [person.id])).get(person.id)
  if (standing && kind.proposedBy.some(role => standing.roles.includes(role))) return standing
  throw refuse(
    'forbidden',
    'emergency-role',
    'A role that was taken for an emergency doesn’t propose what takes two people.',
    `Ask ${anyOf(kind.proposedBy)} to propose it.`,
  )
}

const expectNoneOpen = async ({ db, now, record }: Proposing, kind: Kind, subject: string): Promise<void> => {
  const open = await lockOpen(db, kind.kind, subject)
  if (!open) return
  if (!isPast(open, now))
    throw refuse(
      'conflict',
      'proposal-open',
      'Another proposal about this is still open, and only one can be looked at at a time.',
      'Have it adopted or declined, or withdraw it first.',
    )
  const row = await lapse(db, open)
  const { digest, proposedBy } = row
  record(proposalExpired({ subject: proposals.subject(row), data: { kind: kind.kind, about: subject, digest, proposedBy }, personal: {} }))
  await kind.dropped(row.content, { db, now, record })
}

/** Who could be the second person: holders of the offices that decide, but for whoever proposed it and those who gain. */
const secondPeople = async (db: Db, kind: Kind, content: unknown, proposer: string): Promise<string[]> => {
  const gains = [
    ...(
      await standingsOf(
        db,
        kind.favours(content).map(({ person }) => person),
      )
    ).values(),
  ]
  return officeHolders(db, kind.decidedBy, [proposer, ...gains.map(({ human }) => human)])
}
