import { newId } from '#src/kernel/ids.ts'
import { canonical } from '#src/kernel/canonical.ts'
import type { Asking } from '../../../scripts/generate/matrix/index.ts'
import { aboutReferrals, answeringOffers, lookingAgain, onOneSolution, stewardingOne } from '../../../scripts/generate/matrix/index.ts'
import type { Db } from '#src/store/index.ts'
import { ago, fresh } from '../stage.ts'
import type { StageRequests } from './request.ts'

const viewOf = (person: string) => `view of ${person}`
const offerTo = (person: string) => `offer to ${person}`

export const ownersSolution = (id: string) => ({
  ...fresh(),
  id,
  name: 'The owner’s',
  purpose: 'To be asked about.',
  makerId: 'owner',
  ownerId: 'owner',
  unitId: 'unit',
  facts: canonical({}),
  charterVersion: 'stage',
  charterDigest: 'stage',
  tier: 1,
  verdict: 'pass',
  state: 'draft',
  createdAt: ago({ hours: 1 }),
  changedAt: ago({ hours: 1 }),
})

/** The owner's solution, and entries about it and about something else. */
export const registryRequests: StageRequests = async (db, everybody) => {
  const { number } = await db.insertInto('solution').values(ownersSolution('solution')).returning('number').executeTakeFirstOrThrow()
  const key = { 'the owner’s solution': { key: `SOL-${String(number).padStart(4, '0')}` }, 'no such solution': { key: 'SOL-999999' } }
  await db
    .insertInto('handover')
    .values(
      // Decided, so that one solution can have many; who may ask about them is the same.
      ['proposer', ...everybody.map(({ id }) => id)].map(offeredTo => ({
        ...fresh(),
        id: offerTo(offeredTo),
        solutionId: 'solution',
        role: 'owner' as const,
        state: 'declined' as const,
        offeredBy: offeredTo === 'owner' ? 'owner-again' : 'owner',
        offeredTo,
        offeredAt: ago({ hours: 1 }),
        note: 'For the matrix.',
        decidedAt: ago({ hours: 1 }),
        decisionNote: null,
      })),
    )
    .execute()
  await db
    .insertInto('solutionAuthor')
    .values({ solutionId: 'solution', personId: 'owner', human: 'owner', how: 'made', since: ago({ hours: 1 }) })
    .execute()
  await db
    .insertInto('savedView')
    .values(
      ['proposer', ...everybody.map(({ id }) => id)].map(personId => ({
        ...fresh(),
        id: viewOf(personId),
        personId,
        name: 'Mine',
        filters: '{}',
      })),
    )
    .execute()
  const views = {
    'a view of one’s own': ({ id }: Asking) => ({ view: viewOf(id) }),
    'a view of somebody else': { view: viewOf('proposer') },
    'no such view': { view: newId() },
  }
  const offers = {
    'an offer to somebody else': { offer: offerTo('proposer') },
    'an offer to oneself': ({ id }: Asking) => ({ offer: offerTo(id) }),
    'no such offer': { offer: newId() },
  }
  const entryAbout = async (kind: string, id: string) => {
    const entry = await db
      .insertInto('ledgerEntry')
      .values({
        type: 'stage',
        version: 1,
        subjectKind: kind,
        subjectId: id,
        subjectVersion: null,
        actor: 'stage',
        at: ago({ hours: 1 }),
        body: '{}',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return String(entry.id)
  }
  const secondLook = await addSecondLook(db)
  return {
    ...Object.fromEntries([...onOneSolution, ...stewardingOne, ...aboutReferrals].map(name => [name, key])),
    ...Object.fromEntries(answeringOffers.map(name => [name, offers])),
    ...Object.fromEntries(
      lookingAgain.map(name => [name, { 'at the owner’s solution': { review: secondLook }, 'no such look': { review: 'REV-999999' } }]),
    ),
    'remove-view': views,
    'prove-entry': {
      'about the owner’s solution': { entry: await entryAbout('solution', 'solution') },
      'about something else': { entry: await entryAbout('stage', 'stage') },
      'no such entry': { entry: '999999' },
    },
  }
}

/** A second look at the owner's solution, which nobody has given. @returns its key. */
const addSecondLook = async (db: Db): Promise<string> => {
  const { number } = await db
    .insertInto('review')
    .values({
      ...fresh(),
      id: 'second look',
      kind: 'solution',
      subject: 'solution',
      matter: 'none',
      digest: 'stage',
      purpose: 'second-look',
      tier: null,
      charterDigest: 'stage',
      excluded: '[]',
      note: null,
      state: 'waiting',
      submittedBy: 'owner',
      submittedByHuman: 'owner',
      submittedAt: ago({ hours: 1 }),
      promisedMinutes: 480,
      promise: JSON.stringify({ by: '', usual: '', expected: '', because: 'usual', ahead: 0, people: 0 }),
      pauses: '[]',
      dueAt: ago({ hours: 1 }),
      change: null,
      outcome: null,
      endedBecause: null,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('signOff')
    .values({
      ...fresh(),
      id: 'sign-off of the second look',
      reviewId: 'second look',
      role: 'coe',
      checklists: '[]',
      businessDays: 20,
      assigneeId: null,
      toldPercent: 0,
      state: 'open',
      decidedBy: null,
      decidedByHuman: null,
      answers: null,
      reason: null,
    })
    .execute()
  return `REV-${String(number).padStart(4, '0')}`
}
