import { newId } from '#src/kernel/ids.ts'
import type { Db } from '#src/store/index.ts'
import type { Asking } from '../../../scripts/generate/matrix/index.ts'
import { standingRoles } from '../../../scripts/generate/matrix/index.ts'
import { ago, ahead, fresh } from '../stage.ts'
import type { StageRequests } from './request.ts'

type About = 'somebody’s' | 'own' | 'second account’s' | 'favours' | 'earlier' | 'before' | 'proposer left'

const idOf = (about: About, { id }: Pick<Asking, 'id'>) => `proposal ${about} ${id}`
const giving = (person: string, role = 'legal') => ({ changes: [{ person, role, give: true }] })

/** A proposal of each kind of situation, and for everybody who will ask where it depends on them. */
export const proposalsRequests: StageRequests = async (db, everybody) => {
  const lately = ago({ hours: 1 })
  for (const asking of everybody) {
    const { id, human } = asking
    const propose = (about: About, by: { id: string; human: string }, content: unknown, at = lately) =>
      insert(db, { id: idOf(about, asking), by, content, at })
    await propose('somebody’s', proposer, giving('proposer'))
    await propose('own', { id, human }, giving('proposer'))
    await propose('second account’s', { id: `${id}-again`, human }, giving('proposer'))
    await propose('favours', proposer, giving(id))
    await propose('before', proposer, giving('proposer'), ago({ hours: 200 }))
    await propose('proposer left', { id: 'left', human: 'left' }, giving('proposer'))
    await propose('earlier', proposer, giving('proposer'), ago({ hours: 50 }))
    for (const role of standingRoles(asking)) {
      const given = { id: newId(), by: proposer, content: giving(id, role), at: ago({ hours: 60 }) }
      await insert(db, given, { state: 'adopted', decidedBy: 'every-role', decidedByHuman: 'every-role', decidedAt: ago({ hours: 40 }) })
    }
  }
  const ask = (about: About) => (asking: Asking) => ({ proposal: idOf(about, asking) })
  const none = { 'no such proposal': { proposal: newId() } }
  const any = { 'somebody else’s': ask('somebody’s'), 'one’s own': ask('own'), ...none }
  return {
    'show-proposal': any,
    'decline-proposal': any,
    'withdraw-proposal': any,
    'adopt-proposal': {
      'somebody else’s': ask('somebody’s'),
      'one’s own, or of another account of one’s own': ask('second account’s'),
      'one that favours oneself': ask('favours'),
      'made before one got the role': ask('earlier'),
      'made before one came back': ask('before'),
      'of somebody who has left': ask('proposer left'),
      ...none,
    },
  }
}

const proposer = { id: 'proposer', human: 'proposer' }

interface Decided {
  state: 'adopted'
  decidedBy: string
  decidedByHuman: string
  decidedAt: string
}

const insert = (
  db: Db,
  { id, by, content, at }: { id: string; by: { id: string; human: string }; content: unknown; at: string },
  decided?: Decided,
) =>
  db
    .insertInto('proposal')
    .values({
      ...fresh(),
      id,
      kind: 'change-roles',
      subject: id,
      content: JSON.stringify(content),
      digest: 'stage',
      note: 'For the matrix.',
      state: 'open',
      proposedBy: by.id,
      proposedByHuman: by.human,
      proposedAt: at,
      expiresAt: ahead({ hours: 50 }),
      ...decided,
    })
    .execute()
