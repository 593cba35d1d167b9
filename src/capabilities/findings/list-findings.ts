import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { signedIn } from '../permissions.ts'
import { flag } from '../search.ts'
import { numberOf, solutionKey } from '../registry/index.ts'
import { findingCounts, findingView, ruleName, states } from './contract.ts'
import type { Behind } from './list-store.ts'
import { countFindings, pageOfFindings } from './list-store.ts'
import { presentFindings } from './present.ts'
import { severities, subjectKinds } from './rule.ts'

export const listFindings = operation({
  name: 'list-findings',
  summary: 'What is not as the charter wants it, of what you may see; the gravest at the top, then what is due first.',
  effect: 'read',
  http: { method: 'GET', path: '/findings' },
  input: z.strictObject({
    rule: ruleName().optional(),
    severity: z.enum(severities).optional(),
    state: z.enum(states).optional().describe('Left out: whatever is not cleared.'),
    kind: z.enum(subjectKinds).optional().describe('What it is about.'),
    subject: z.string().max(200).optional().describe('The id of what it is about.'),
    solution: solutionKey().optional(),
    assignee: z.string().max(200).optional().describe('The id of whoever works on it.'),
    unassigned: flag().default(false).describe('Only what nobody works on.'),
    unit: z.string().max(200).optional().describe('The id of the unit whose solution it is about.'),
    dueBefore: z.iso.datetime({ offset: true }).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    after: z.string().max(200).optional().describe('`next` of the page before.'),
  }),
  output: z.object({
    findings: z.array(findingView),
    next: z.string().nullable().describe('Pass it as `after` for the next page; null on the last one.'),
    counts: findingCounts.describe('How many there are in all.'),
  }),
  allows: signedIn,
  async run({ limit, after, solution, dueBefore, ...asked }, { db, now, scope }) {
    const wanted = {
      ...asked,
      solution: solution === undefined ? undefined : numberOf(solution),
      dueBefore: dueBefore === undefined ? undefined : Temporal.Instant.from(dueBefore),
    }
    const found = await pageOfFindings(db, scope, wanted, limit, after === undefined ? undefined : behind(after))
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    return {
      findings: await presentFindings(db, rows, now),
      next: found.length > limit && last ? `${last.severity} ${last.dueAt.toString()} ${last.id}` : null,
      counts: await countFindings(db, scope, wanted),
    }
  },
})

const behind = (after: string): Behind => {
  const [grave, moment = '', id] = after.split(' ')
  const severity = severities.find(known => known === grave)
  if (severity === undefined || id === undefined || !z.iso.datetime({ offset: true }).safeParse(moment).success)
    throw refuse('invalid', 'no-such-page', 'No page ends there.', 'Pass `next` of the page before, unchanged.', 'after')
  return { severity, dueAt: Temporal.Instant.from(moment), id }
}
