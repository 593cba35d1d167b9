import { canonical } from '#src/kernel/canonical.ts'
import { onOneSolution } from '../../../scripts/generate/matrix/index.ts'
import { ago, fresh } from '../stage.ts'
import type { StageRequests } from './request.ts'

/** The owner's solution, and entries about it and about something else. */
export const registryRequests: StageRequests = async db => {
  const { number } = await db
    .insertInto('solution')
    .values({
      ...fresh(),
      id: 'solution',
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
    .returning('number')
    .executeTakeFirstOrThrow()
  const key = { 'the owner’s solution': { key: `SOL-${String(number).padStart(4, '0')}` }, 'no such solution': { key: 'SOL-999999' } }
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
  return {
    ...Object.fromEntries(onOneSolution.map(name => [name, key])),
    'prove-entry': {
      'about the owner’s solution': { entry: await entryAbout('solution', 'solution') },
      'about something else': { entry: await entryAbout('stage', 'stage') },
      'no such entry': { entry: '999999' },
    },
  }
}
