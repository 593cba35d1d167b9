import type { Examples } from '../frame.ts'
import { byCaller } from '../frame.ts'

const then = Temporal.Instant.from('2026-01-01T09:00:00Z')
const earlier = then.subtract({ hours: 1 })

/** A change of roles, as `change-roles` declares it, whatever else it comes to hold. */
const kind = {
  kind: 'change-roles',
  called: 'a change of roles',
  proposedBy: ['administrator', 'program-lead'],
  decidedBy: ['administrator', 'program-lead'],
  readBy: ['auditor', 'it-security'],
}

interface Differing {
  by?: string
  favoured?: readonly string[]
  gained?: readonly string[]
  proposer?: string
  since?: Temporal.Instant
}

/** The proposal as it looks to whoever asks. */
const proposal = ({ by = 'somebody', favoured = [], gained = [], proposer = 'active', since = earlier }: Differing) =>
  byCaller(({ human, roles }) => {
    const row = { version: 1, kind: kind.kind, proposedBy: 'proposer', proposedByHuman: by === 'oneself' ? human : by, proposedAt: then }
    // What was taken for an emergency decides nothing.
    const candidate = { human, state: 'active', stateSince: since, roles: human === 'in-emergency' ? ['maker'] : roles }
    return {
      version: 1,
      row,
      kind,
      people: new Map([[row.proposedBy, { human: row.proposedByHuman }]]),
      candidacy: {
        kind,
        proposal: row,
        proposer: { state: proposer, human: row.proposedByHuman },
        candidate,
        favoured: favoured.map(each => (each === 'oneself' ? human : each)),
        gained,
      },
    }
  })

const proposals = {
  'somebody else’s': proposal({}),
  'one’s own, or of another account of one’s own': proposal({ by: 'oneself' }),
  'one that favours oneself': proposal({ favoured: ['oneself'] }),
  'made before one got the role': proposal({ gained: kind.decidedBy }),
  'made before one came back': proposal({ since: then.add({ hours: 1 }) }),
  'of somebody who has left': proposal({ proposer: 'left' }),
  'no such proposal': undefined,
}

export const proposalsExamples: Examples = {
  'show-proposal': {
    'somebody else’s': proposals['somebody else’s'],
    'one’s own': proposal({ by: 'oneself' }),
    'no such proposal': undefined,
  },
  'adopt-proposal': proposals,
  'decline-proposal': {
    'somebody else’s': proposals['somebody else’s'],
    'one’s own': proposal({ by: 'oneself' }),
    'no such proposal': undefined,
  },
  'withdraw-proposal': {
    'somebody else’s': proposals['somebody else’s'],
    'one’s own': proposal({ by: 'oneself' }),
    'no such proposal': undefined,
  },
}
