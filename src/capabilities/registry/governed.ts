import { governed } from '#src/ledger/index.ts'

/** The rows of this capability whose every change the ledger can prove. */
export const solutions = governed({
  kind: 'solution',
  table: 'solution',
  columns: [
    'number',
    'name',
    'purpose',
    'makerId',
    'ownerId',
    'backupOwnerId',
    'coMakers',
    'unitId',
    'platform',
    'platformIds',
    'environment',
    'benefit',
    'answers',
    'facts',
    'charterVersion',
    'charterDigest',
    'tier',
    'verdict',
    'state',
    'runningId',
    'draftId',
    'expiresAt',
    'recertifiedAt',
    'sandboxUntil',
    'stopped',
    'retired',
    'reusable',
  ],
})

export const declarations = governed({
  kind: 'declaration',
  table: 'declaration',
  columns: [
    'solutionId',
    'number',
    'facts',
    'inspection',
    'inspectionId',
    'state',
    'charterVersion',
    'charterDigest',
    'tier',
    'verdict',
    'materialDigest',
    'declaredBy',
    'declaredByHuman',
    'declaredAt',
    'submittedAt',
    'approvedAt',
    'approvedHow',
    'reviewId',
    'appealedAt',
    'endedAt',
  ],
})

export const inspections = governed({
  kind: 'inspection',
  table: 'inspection',
  columns: [
    'solutionId',
    'fileName',
    'fileBytes',
    'fileDigest',
    'format',
    'artifactName',
    'artifactDigest',
    'evidence',
    'evidenceLeftOut',
    'asks',
    'questions',
    'warnings',
    'inspectedBy',
    'inspectedByHuman',
    'inspectedAt',
  ],
})

export const rulings = governed({
  kind: 'ruling',
  table: 'ruling',
  columns: ['solutionId', 'fact', 'value', 'reason', 'ruledBy', 'ruledByHuman', 'reviewId', 'ruledAt', 'endedAt'],
})

export const referrals = governed({
  kind: 'referral',
  table: 'referral',
  columns: ['solutionId', 'declarationId', 'referredAt', 'receiptDueAt', 'receivedBy', 'receivedAt', 'reference'],
})

export const savedViews = governed({ kind: 'saved-view', table: 'savedView', columns: ['personId', 'name', 'filters'] })
