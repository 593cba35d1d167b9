import { hash } from 'node:crypto'
import { ago, fresh } from '../stage.ts'
import type { StageRequests } from './request.ts'

const digestOf = (text: string) => hash('sha256', text)
const shipped = digestOf('shipped')
const proposed = digestOf('proposed')
const inForce = digestOf('in force')

export const charterRequests: StageRequests = async db => {
  await db
    .insertInto('shippedCharter')
    .values({ digest: shipped, label: 'stage', documents: '{}', keptAt: ago({ hours: 9 }) })
    .execute()
  const version = { basedOn: shipped, documents: '{}', note: '', proposedBy: 'proposer', proposedAt: ago({ hours: 9 }) }
  const called = (digest: string) => ({ ...fresh(), ...version, id: digest, digest, label: digest })
  await db
    .insertInto('charterVersion')
    .values([
      { ...called(proposed), state: 'proposed', adoptedBy: null, adoptedAt: null, endedAt: null },
      { ...called(inForce), state: 'superseded', adoptedBy: 'owner', adoptedAt: ago({ hours: 5 }), endedAt: ago({ hours: 1 }) },
    ])
    .execute()
  return {
    'compare-charters': {
      'two that were in force': { from: inForce, to: inForce },
      'one with a proposal': { from: inForce, to: proposed },
      'no such version': { to: digestOf('none') },
    },
    'show-charter-version': {
      'the charter in force': { digest: inForce },
      'a proposal': { digest: proposed },
      'no such version': { digest: digestOf('none') },
    },
  }
}
