import type { Charter } from '#src/engines/charter/index.ts'
import { calendarOf } from '#src/engines/charter/index.ts'
import { dutyEnds } from './duty.ts'
import type { ActingRule, Spared } from './effect.ts'
import { whySpared } from './effect.ts'
import type { Candidate, Found } from './effect-store.ts'
import { candidates, onLeave } from './effect-store.ts'
import { gatherSolutions } from './gather-solutions.ts'
import { daysOf, reached } from './rule.ts'
import type { Reading } from './subjects.ts'

export interface Foreseen {
  rule: ActingRule
  finding: Candidate
  /** Null: it is acted on, as far as the rule’s cap lets it. */
  spared: Spared | null
}

/** What rules would do now about what they found, in the order in which they do it. */
export const foresee = async (
  { charters, db, now }: Reading,
  rules: readonly ActingRule[],
  after: Found | null,
  limit: number,
): Promise<Foreseen[]> => {
  const findings = await candidates(
    db,
    rules.map(({ id }) => id),
    after,
    limit,
  )
  const charter = await charters.inForce(db)
  const given = { charter, calendar: calendarOf(charter), now }
  const ids = [...new Set(findings.map(({ subjectId }) => subjectId))]
  const cases = new Map((await gatherSolutions(charters, db, ids)).map(found => [found.id, found]))
  return findings.flatMap(finding => {
    const rule = rules.find(({ id }) => id === finding.rule)
    const subject = cases.get(finding.subjectId)
    return rule && subject ? [{ rule, finding, spared: whySpared(rule, { subject, finding, acted: finding.acted }, given) }] : []
  })
}

/** The day by which a night is called: that on which its acting begins, where the company is. */
export const nightOf = (charter: Charter, now: Temporal.Instant): string =>
  now.toZonedDateTimeISO(daysOf(charter).timeZone).toPlainDate().toString()

/** What rules would find if nobody had given leave: they say nothing of it, and so do nothing about it. */
export const sparedByLeave = async ({ charters, db, now }: Reading, rules: readonly ActingRule[], limit: number) => {
  const duties = rules.flatMap(({ effect }) => effect.duties)
  if (duties.length === 0) return []
  const charter = await charters.inForce(db)
  const given = { charter, calendar: calendarOf(charter), now }
  const cases = await gatherSolutions(charters, db, await onLeave(db, duties, nightOf(charter, now), limit))
  return cases.flatMap(subject =>
    rules.flatMap(rule => {
      const until = dutyEnds(subject, rule.effect.duties, given)
      const found = rule.decide({ ...subject, waivers: [] }, given)
      return found !== null && until !== null && !reached(until, now) ? [{ rule, subject: subject.id, until }] : []
    }),
  )
}
