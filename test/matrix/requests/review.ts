import { newId } from '#src/kernel/ids.ts'
import { shippedCharter } from '#src/shipped-charter.ts'
import type { Db } from '#src/store/index.ts'
import { lookingAgain } from '../../../scripts/generate/matrix/index.ts'
import { ago, ahead, fresh } from '../stage.ts'
import { ownersSolution } from './registry.ts'
import type { StageRequests } from './request.ts'

/** A review of the owner's solution, and for everybody who asks one that they decided before and one that they signed already. */
export const reviewRequests: StageRequests = async (db, everybody) => {
  const { charter } = await shippedCharter()
  const put = (given: Parameters<typeof putReview>[2]) => putReview(db, charter.digest, given)
  const owners = await put({ subject: 'solution' })
  const look = await put({ subject: 'solution', purpose: 'second-look', roles: ['coe'] })
  const before = new Map<string, string>()
  const signed = new Map<string, string>()
  for (const { id, human } of everybody) {
    before.set(id, await put({ subject: await another(db, `decided before by ${id}`), excluded: [human] }))
    signed.set(id, await put({ subject: await another(db, `signed by ${id}`), signedBy: { id, human } }))
  }
  const condition = newId()
  const { id: reviewId } = await db.selectFrom('review').select('id').where('subject', '=', 'solution').limit(1).executeTakeFirstOrThrow()
  await db
    .insertInto('condition')
    .values({
      ...fresh(),
      id: condition,
      kind: 'solution',
      subject: 'solution',
      reviewId,
      role: 'coe',
      text: 'For the matrix.',
      needed: 'before',
      dueOn: null,
      state: 'open',
      setBy: 'proposer',
      setAt: ago({ hours: 1 }),
      metBy: null,
      metByHuman: null,
      metNote: null,
      acceptedBy: null,
      acceptedByHuman: null,
    })
    .execute()

  const [question, role] = [newId(), 'coe']
  const looked = {
    'of the owner’s solution': { review: owners, question, role },
    'no such review': { review: 'REV-999999', question, role },
  }
  const signing = {
    ...looked,
    'one that they decided before': ({ id }: { id: string }) => ({ review: before.get(id) ?? '', role }),
    'one that they signed in another role': ({ id }: { id: string }) => ({ review: signed.get(id) ?? '', role }),
  }
  const conditions = { 'of the owner’s solution': { condition }, 'no such condition': { condition: newId() } }
  const looks = { 'at the owner’s solution': { review: look }, 'no such look': { review: 'REV-999999' } }
  return {
    'show-review': looked,
    'show-review-date': looked,
    'assign-review': looked,
    'answer-review-question': looked,
    'record-change': looked,
    'keep-promise': looked,
    'start-review': signing,
    'sign-off-review': signing,
    'ask-about-review': signing,
    'escalate-review': signing,
    'meet-condition': conditions,
    'accept-condition': conditions,
    ...Object.fromEntries(lookingAgain.map(name => [name, looks])),
  }
}

/** Another solution like the owner's: of one solution at most one review is open. */
const another = async (db: Db, id: string): Promise<string> => {
  await db.insertInto('solution').values(ownersSolution(id)).execute()
  await db
    .insertInto('solutionAuthor')
    .values({ solutionId: id, personId: 'owner', human: 'owner', how: 'made', since: ago({ hours: 1 }) })
    .execute()
  return id
}

const offices = ['coe', 'it-security', 'legal', 'change-management', 'program-lead']

const putReview = async (
  db: Db,
  charterDigest: string,
  {
    subject,
    purpose = 'full',
    roles = offices,
    excluded = [],
    signedBy,
  }: {
    subject: string
    purpose?: 'full' | 'second-look'
    roles?: readonly string[]
    excluded?: readonly string[]
    signedBy?: { id: string; human: string }
  },
): Promise<string> => {
  const { id, number } = await db
    .insertInto('review')
    .values({
      ...fresh(),
      id: newId(),
      kind: 'solution',
      subject,
      matter: 'stage',
      digest: 'stage',
      purpose,
      tier: 3,
      charterDigest,
      excluded: JSON.stringify(excluded),
      note: null,
      state: 'waiting',
      submittedBy: 'owner',
      submittedByHuman: 'owner',
      submittedAt: ago({ hours: 1 }),
      promisedMinutes: 2_400,
      promise: JSON.stringify({
        by: ahead({ hours: 50 }),
        usual: ahead({ hours: 50 }),
        expected: ahead({ hours: 9 }),
        because: 'usual',
        ahead: 0,
        people: 1,
      }),
      pauses: '[]',
      dueAt: ahead({ hours: 50 }),
      change: null,
      outcome: null,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
  const signOff = (role: string) => ({
    ...fresh(),
    id: newId(),
    reviewId: id,
    role,
    place: 0,
    checklists: '[]',
    businessDays: 5,
    assigneeId: null,
    toldPercent: 0,
    state: 'open' as const,
    decidedBy: null,
    decidedByHuman: null,
    answers: null,
    reason: null,
  })
  await db.insertInto('signOff').values(roles.map(signOff)).execute()
  if (signedBy)
    await db
      .insertInto('signOff')
      .values({
        ...signOff('other'),
        state: 'approved',
        decidedBy: signedBy.id,
        decidedByHuman: signedBy.human,
        decidedAt: ago({ minutes: 5 }),
      })
      .execute()
  return `REV-${String(number).padStart(4, '0')}`
}
