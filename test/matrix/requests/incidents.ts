import { newId } from '#src/kernel/ids.ts'
import type { Asking } from '../../../scripts/generate/matrix/index.ts'
import { ago, ahead, fresh } from '../stage.ts'
import type { StageRequests } from './request.ts'

/** An incident of somebody's who asks nothing, and one of everybody who will ask, each with something that whoever opened it has to do. */
export const incidentsRequests: StageRequests = async (db, everybody) => {
  const open = async (id: string, by: Pick<Asking, 'id' | 'human'>): Promise<string> => {
    const { number } = await db
      .insertInto('incident')
      .values({
        ...fresh(),
        id,
        title: 'For the matrix.',
        whatHappened: 'For the matrix.',
        severity: 'minor',
        noticedAt: ago({ hours: 1 }),
        openedBy: by.id,
        openedByHuman: by.human,
        openedAt: ago({ hours: 1 }),
        state: 'open',
        solutions: '[]',
      })
      .returning('number')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('incidentAction')
      .values({
        ...fresh(),
        id: actionOf[id] ?? '',
        incidentId: id,
        what: 'Matrix.',
        ownerId: by.id,
        dueOn: ahead({ hours: 48 }).slice(0, 10),
      })
      .execute()
    return `INC-${String(number).padStart(4, '0')}`
  }
  const ids = ['incident', ...everybody.map(({ id }) => own({ id }))]
  const actionOf: Record<string, string> = Object.fromEntries(ids.map(id => [id, newId()]))
  const others = await open('incident', { id: 'proposer', human: 'proposer' })
  const theirs = new Map<string, string>()
  for (const asking of everybody) theirs.set(asking.id, await open(own(asking), asking))
  const none = { incident: 'INC-999999' }
  const incidents = { 'an incident': { incident: others }, 'no such incident': none }
  const actions = {
    'one’s own to do': (asking: Asking) => ({ action: actionOf[own(asking)] ?? '' }),
    'somebody else’s to do': { action: actionOf['incident'] ?? '' },
    'no such action': { action: newId() },
  }
  return {
    'change-incident': incidents,
    'contain-incident': incidents,
    'close-incident': {
      'an incident that somebody else opened': { incident: others },
      'an incident that one opened oneself': (asking: Asking) => ({ incident: theirs.get(asking.id) ?? '' }),
      'no such incident': none,
    },
    'add-incident-note': incidents,
    'add-incident-action': incidents,
    'complete-incident-action': actions,
    'defer-incident-action': actions,
  }
}

const own = ({ id }: Pick<Asking, 'id'>) => `incident of ${id}`
