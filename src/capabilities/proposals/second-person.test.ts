import { describe, expect, test } from 'vitest'
import type { Candidacy } from './second-person.ts'
import { whyNotSecond } from './second-person.ts'

const at = (text: string) => Temporal.Instant.from(text)
const fit: Candidacy = {
  kind: { called: 'a change of roles', decidedBy: ['program-lead', 'administrator'] },
  proposal: { proposedAt: at('2026-12-01T09:00Z'), proposedByHuman: 'first' },
  proposer: { state: 'active', human: 'first' },
  candidate: { human: 'second', state: 'active', stateSince: at('2026-01-01T09:00Z'), roles: ['program-lead'] },
  favoured: ['third'],
  gained: [],
}
const reasons = (change: Partial<Candidacy>): string[] => whyNotSecond({ ...fit, ...change }).map(({ reason }) => reason)

describe('the rule of the second person', () => {
  test('lets somebody else decide who holds the role and gains nothing', () => expect(reasons({})).toEqual([]))

  test.each<[string, Partial<Candidacy>]>([
    ['whoever proposed it', { candidate: { ...fit.candidate, human: 'first' } }],
    ['whoever gains by it', { candidate: { ...fit.candidate, human: 'third' } }],
    ['somebody without the role', { candidate: { ...fit.candidate, roles: ['maker'] } }],
    ['somebody whose account is closed', { candidate: { ...fit.candidate, state: 'suspended' } }],
    ['somebody who came back since', { candidate: { ...fit.candidate, stateSince: at('2026-12-01T10:00Z') } }],
    ['somebody who was given the role since', { gained: ['program-lead'] }],
    ['anybody, once whoever proposed it has gone', { proposer: { state: 'left', human: 'first' } }],
  ])('keeps %s from being it, for one reason', (_, change) => expect(reasons(change)).toHaveLength(1))

  test('counts a role that was held before, whatever else was given since', () =>
    expect(reasons({ candidate: { ...fit.candidate, roles: ['program-lead', 'administrator'] }, gained: ['administrator'] })).toEqual([]))
})
