import type { SyslogEvent } from '#src/sending/index.ts'

/**
 * Which entries are security events, and how much each matters to whoever watches over the company's systems. An alarm of the
 * ledger is none of them: as long as it lasts no entry gets its place, so nothing could follow it.
 */
const events = {
  'sign-in-failed': 'warning',
  'signed-in': 'informational',
  'access-ended': 'informational',
  'access-strengthened': 'informational',
  'token-made': 'notice',
  'password-set': 'notice',
  'link-made': 'notice',
  'answer-link-opened': 'informational',
  'answer-link-refused': 'warning',
  'link-ended': 'informational',
  'sign-in-reset': 'warning',
  'second-factor-changed': 'notice',
  'second-factor-removed': 'warning',
  bootstrap: 'warning',
  'roles-changed': 'notice',
  'accounts-joined': 'notice',
  'accounts-separated': 'notice',
  'person-suspended': 'notice',
  'person-resumed': 'notice',
  'person-left': 'informational',
  'emergency-opened': 'critical',
  'emergency-ended': 'notice',
  'emergency-reviewed': 'informational',
  'stop-started': 'warning',
  'stop-lifted': 'notice',
  'incident-opened': 'warning',
  'incident-closed': 'informational',
  'master-key-changed': 'warning',
  'data-key-made': 'informational',
  'data-key-retired': 'informational',
  'data-key-deleted': 'notice',
  'private-target-allowed': 'warning',
  'private-target-withdrawn': 'notice',
  'message-settings-changed': 'notice',
  'charter-adopted': 'notice',
  'callback-secret-made': 'notice',
  'endpoint-added': 'notice',
  'endpoint-changed': 'notice',
  'endpoint-paused': 'warning',
  'endpoint-continued': 'notice',
  'endpoint-removed': 'warning',
  'endpoint-secret-made': 'notice',
  'endpoint-failing': 'warning',
  'events-replayed': 'notice',
} as const satisfies Readonly<Record<string, SyslogEvent['severity']>>

const severities: ReadonlyMap<string, SyslogEvent['severity']> = new Map(Object.entries(events))

export const securityEvents: readonly string[] = [...severities.keys()]

/** Null for what is no security event. */
export const severityOf = (type: string): SyslogEvent['severity'] | null => severities.get(type) ?? null
