import type { Role } from '#src/kernel/actor.ts'
import { standingRoles } from '../callers.ts'
import type { Asking, Examples } from '../frame.ts'
import { byCaller } from '../frame.ts'

/** A change of roles as these pages expect it to be read and decided; what the server's own kind says must come to the same. */
const changeOfRoles = {
  called: 'a change of roles',
  proposedBy: ['administrator', 'program-lead'],
  decidedBy: ['administrator', 'program-lead'],
  readBy: ['auditor', 'it-security'],
}

const long = Temporal.Instant.from('2026-01-01T08:00Z')
const proposedAt = Temporal.Instant.from('2026-06-01T08:00Z')

interface About {
  proposedByHuman?: string
  proposer?: { state: 'active' | 'left' }
  favoured?: readonly string[]
  gained?: readonly Role[]
}

/** One proposal as it is judged for whoever asks; visitors and the program have no candidacy. */
const proposal = (about: (asking: Asking) => About) =>
  byCaller(asking => {
    const { proposedByHuman = 'proposer', proposer = { state: 'active' }, favoured = [], gained = [] } = about(asking)
    const candidate = { human: asking.human, state: 'active', stateSince: long, roles: standingRoles(asking) }
    return {
      version: 1,
      row: { version: 1, proposedByHuman },
      kind: changeOfRoles,
      candidacy:
        asking.id === 'nobody'
          ? null
          : { kind: changeOfRoles, proposal: { proposedAt, proposedByHuman }, proposer, candidate, favoured, gained },
    }
  })

const somebodys = { 'of somebody else': proposal(() => ({})) }
const own = {
  'of one’s own': proposal(({ human }) => ({ proposedByHuman: human })),
  'of one’s own second account': proposal(({ human }) => ({ proposedByHuman: human })),
}
const none = { 'no such proposal': undefined }

export const proposalsExamples: Examples = {
  'show-proposal': { ...somebodys, ...own, ...none },
  'adopt-proposal': {
    ...somebodys,
    ...own,
    'in favour of oneself': proposal(({ human }) => ({ favoured: [human] })),
    'in favour of one’s own second account': proposal(({ human }) => ({ favoured: [human] })),
    'made before one got the role': proposal(({ roles }) => ({ gained: standingRoles({ id: '', roles }) })),
    'of somebody who has left': proposal(() => ({ proposer: { state: 'left' } })),
    ...none,
  },
  'decline-proposal': { ...somebodys, ...own, ...none },
  'withdraw-proposal': { ...somebodys, ...own, ...none },
}
