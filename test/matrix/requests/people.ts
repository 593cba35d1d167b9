import { newId } from '#src/kernel/ids.ts'
import type { Asking } from '../../../scripts/generate/matrix/index.ts'
import { ago, fresh } from '../stage.ts'
import type { StageRequests } from './request.ts'

const owner = { 'the owner': { person: 'owner' } }
const administrator = { 'the administrator': { person: 'administrator' } }
const ownerGone = { 'the owner, who has left': { person: 'owner-gone' } }
const oneself = { oneself: ({ id }: Asking) => ({ person: id }) }
const oneselfAgain = { 'one’s own second account': ({ id }: Asking) => ({ person: `${id}-again` }) }
const nobody = { 'nobody known': { person: newId() } }
const units = {
  'the owner’s unit': { unit: 'unit' },
  'a closed unit': { unit: 'closed-unit' },
  'no such unit': { unit: newId() },
}

const absenceOf = (person: string) => `absence-of-${person}`

export const peopleRequests: StageRequests = async (db, everybody) => {
  await db
    .insertInto('unit')
    .values({
      ...fresh(),
      id: 'closed-unit',
      parentId: null,
      code: null,
      name: 'closed-unit',
      leadId: null,
      closedAt: ago({ hours: 1 }),
      mergedInto: null,
    })
    .execute()
  const away = [...new Set(['owner', ...everybody.map(({ id }) => id)])]
  await db
    .insertInto('absence')
    .values(
      away.map(person => ({
        ...fresh(),
        id: absenceOf(person),
        personId: person,
        firstDay: '2026-01-01',
        lastDay: '2026-01-02',
        deputyId: null,
      })),
    )
    .execute()
  const another = { ...owner, ...administrator, ...oneself, ...oneselfAgain, ...nobody }
  return {
    'show-person': { ...owner, ...ownerGone, ...nobody },
    'change-person': { ...owner, ...nobody },
    'suspend-person': another,
    'resume-person': another,
    'record-departure': another,
    'join-accounts': { ...owner, ...nobody },
    'change-unit': units,
    'close-unit': units,
    'add-absence': { ...owner, ...nobody, ...oneself },
    'remove-absence': {
      'the owner’s absence': { absence: absenceOf('owner') },
      'one’s own absence': ({ id }: Asking) => ({ absence: absenceOf(id) }),
      'no such absence': { absence: newId() },
    },
    'invite-person': { ...owner, ...nobody },
    'show-invitation': { ...owner, ...nobody },
    'make-recovery-link': { ...owner, ...nobody },
    'show-person-access': { ...owner, ...nobody },
    'end-person-access': { ...owner, ...nobody },
  }
}
