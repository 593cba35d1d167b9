import { governed } from '#src/ledger/index.ts'

/** Whoever clears a finding behind the program's back, or puts it off, is found out. */
export const findings = governed({
  kind: 'finding',
  table: 'finding',
  columns: [
    'rule',
    'subjectKind',
    'subjectId',
    'severity',
    'values',
    'state',
    'foundAt',
    'dueAt',
    'assigneeId',
    'snoozedUntil',
    'snoozeReason',
    'clearedAt',
  ],
})

export const findingRules = governed({ kind: 'finding-rule', table: 'findingRule', columns: ['mode', 'cap', 'effect', 'effectCap'] })

/** Nobody hides what the program did by itself, nor takes it back, behind its back. */
export const effects = governed({
  kind: 'effect',
  table: 'effect',
  columns: [
    'rule',
    'does',
    'findingId',
    'solutionId',
    'solutionVersion',
    'night',
    'actedAt',
    'undoUntil',
    'undoneAt',
    'undoneBy',
    'undoProposedBy',
  ],
})

export const effectNights = governed({ kind: 'effect-night', table: 'effectNight', columns: ['rule', 'night', 'acted', 'heldBack'] })
