import type { Actor } from '#src/kernel/actor.ts'
import { hasRole } from '#src/kernel/actor.ts'
import type { Asking, Examples } from '../frame.ts'
import { byCaller } from '../frame.ts'

const lookers = ['coe-reviewer', 'it-security', 'legal', 'change-manager', 'program-lead', 'auditor'] as const

/** The owner's solution as its reviews see it: whoever leads its unit, or a unit above, stands behind it too. */
export const ownersSubject = {
  id: 'solution',
  key: 'SOL-0001',
  name: 'The owner’s',
  unitId: 'unit',
  authors: ['owner', 'lead', 'every-role'],
  speakers: ['owner'],
  digest: 'stage',
  readBy: (actor: Actor) =>
    actor.kind === 'system' ||
    (actor.kind === 'person' && (actor.id === 'owner' || actor.leads.includes('unit'))) ||
    hasRole(actor, ...lookers),
}

/** What was taken for an emergency signs nothing. */
export const candidateOf = ({ human, roles }: Asking) =>
  human === 'nobody' ? null : { human, state: 'active', roles: human === 'in-emergency' ? ['maker'] : roles }

const review = (differing: { excluded?: 'oneself'; signed?: 'oneself' } = {}) =>
  byCaller(asking => ({
    version: 1,
    review: { submittedByHuman: 'owner', excluded: differing.excluded ? [asking.human] : [], endedAt: null },
    subject: ownersSubject,
    signOffs: [
      ...['coe', 'it-security', 'legal', 'change-management', 'program-lead'].map(role => ({ role, state: 'open', decidedByHuman: null })),
      ...(differing.signed ? [{ role: 'other', state: 'approved', decidedByHuman: asking.human }] : []),
    ],
    candidate: candidateOf(asking),
  }))

const looked = { 'of the owner’s solution': review(), 'no such review': undefined }
const signing = {
  'of the owner’s solution': review(),
  'one that they decided before': review({ excluded: 'oneself' }),
  'one that they signed in another role': review({ signed: 'oneself' }),
  'no such review': undefined,
}

const condition = (role: string) =>
  byCaller(asking => ({
    version: 1,
    condition: { role, state: 'open' },
    subject: ownersSubject,
    review: 'REV-0001',
    roles: candidateOf(asking)?.roles ?? [],
  }))
const conditions = { 'of the owner’s solution': condition('coe'), 'no such condition': undefined }

export const reviewExamples: Examples = {
  'show-review': looked,
  'show-review-date': looked,
  'start-review': signing,
  'assign-review': looked,
  'sign-off-review': signing,
  'ask-about-review': signing,
  'answer-review-question': looked,
  'escalate-review': signing,
  'record-change': looked,
  'meet-condition': conditions,
  'accept-condition': conditions,
  'keep-promise': looked,
}
