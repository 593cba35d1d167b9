import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Asking } from '../../../scripts/generate/matrix/index.ts'
import { ago, fresh } from '../stage.ts'
import type { StageRequests } from './request.ts'

const digestOf = (text: string) => hash('sha256', text)
const shipped = digestOf('shipped')
const somebodys = digestOf('proposed by somebody')
const ownOf = ({ id }: Asking) => digestOf(`proposed by ${id}`)
const inForce = digestOf('in force')

/** A proposal for everybody who will ask: here more than one may be open, which no permission asks about. */
export const charterRequests: StageRequests = async (db, everybody) => {
  await sql`drop index charter_version_open`.execute(db)
  await db
    .insertInto('shippedCharter')
    .values({ digest: shipped, label: 'stage', documents: '{}', keptAt: ago({ hours: 9 }) })
    .execute()
  const version = { basedOn: shipped, documents: '{}', note: '', proposedAt: ago({ hours: 9 }) }
  const proposals = [{ digest: somebodys, by: 'proposer' }, ...everybody.map(asking => ({ digest: ownOf(asking), by: asking.id }))]
  await db
    .insertInto('charterVersion')
    .values([
      ...proposals.map(({ digest, by }) => ({
        ...fresh(),
        ...version,
        id: digest,
        digest,
        label: digest,
        state: 'proposed' as const,
        proposedBy: by,
        adoptedBy: null,
        adoptedAt: null,
        endedAt: null,
      })),
      {
        ...fresh(),
        ...version,
        id: inForce,
        digest: inForce,
        label: inForce,
        state: 'superseded' as const,
        proposedBy: 'proposer',
        adoptedBy: 'owner',
        adoptedAt: ago({ hours: 5 }),
        endedAt: ago({ hours: 1 }),
      },
    ])
    .execute()
  const proposed = {
    'a proposal of somebody else': { digest: somebodys },
    'a proposal of one’s own': (asking: Asking) => ({ digest: ownOf(asking) }),
    'no such proposal': { digest: digestOf('none') },
  }
  return {
    'adopt-charter': proposed,
    'withdraw-charter-proposal': proposed,
    'show-charter-version': {
      'the charter in force': { digest: inForce },
      'a proposal': { digest: somebodys },
      'no such version': { digest: digestOf('none') },
    },
  }
}
