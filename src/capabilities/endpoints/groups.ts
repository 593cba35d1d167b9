import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { securityEvents } from './security.ts'

/** What an endpoint gets, in groups of events: by what entries are about, and for security by what happened. */
export const groups = ['everything', 'solutions', 'reviews', 'findings', 'tools', 'stops', 'security'] as const
export type Group = (typeof groups)[number]

const subjects: Readonly<Record<Exclude<Group, 'everything' | 'security'>, readonly string[]>> = {
  solutions: ['solution', 'declaration', 'ruling', 'inspection', 'referral', 'handover', 'condition', 'waiver', 'content-step'],
  reviews: ['review', 'sign-off', 'review-question', 'second-look', 'content-review'],
  findings: ['finding', 'finding-rule', 'effect', 'effect-night'],
  tools: ['tool', 'tool-request'],
  stops: ['stop', 'hold', 'incident', 'incident-note', 'incident-action'],
}

/** Whether an entry of the ledger is in one of these groups, in SQL. */
export const inGroups = (chosen: readonly string[]): RawBuilder<boolean> => {
  if (chosen.includes('everything')) return sql`true`
  const kinds = Object.entries(subjects).flatMap(([group, kinds]) => (chosen.includes(group) ? kinds : []))
  const types = chosen.includes('security') ? [...securityEvents] : []
  return sql`(subject_kind = any(${kinds}::text[]) or type = any(${types}::text[]))`
}
