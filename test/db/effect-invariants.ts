import { sql } from 'kysely'
import { at } from '#src/store/index.ts'
import type { Broken } from '#src/simulation/fault.ts'
import { faultsOf } from '#src/simulation/fault.ts'
import type { Solutions } from './solutions-world.ts'

interface Row {
  id: string
  number: number
  rule: string
  state: string
  untouched: boolean
  snoozed: boolean
  expired: boolean
  leave: boolean
  gone: boolean
  asked: boolean
  late: boolean
  withdrawn: boolean
}

/**
 * What a rule did just now it did to a solution of which its ground holds at this very moment: told by a query of its own, and not by
 * the rules. `acted` holds what rules did before, and gets what is new.
 */
export const effectsHold = async ({ db, clock }: Solutions, acted: Set<string>): Promise<Broken[]> => {
  const now = at(clock.now())
  const grace = sql`interval '30 days'`
  const { rows } = await sql<Row>`
    select effect.id, solution.number, effect.rule, solution.state, solution.version = effect.solution_version as untouched,
      finding.state = 'snoozed' and finding.snoozed_until > ${now} as snoozed,
      coalesce(solution.expires_at + ${grace} <= ${now}, false) as expired,
      exists (select from waiver where solution_id = solution.id and waiver.state = 'granted'
        and what in ('entry-expired', 'recertification-date') and ends_on >= (${now} at time zone 'UTC')::date) as leave,
      owner.state <> 'active' and owner.state_since + ${grace} <= ${now} as gone,
      exists (select from handover where solution_id = solution.id and role = 'owner' and handover.state = 'offered'
        and offered_at < owner.state_since + ${grace} and offered_at + ${grace} > ${now}) as asked,
      finding.due_at <= ${now} and exists (select from condition where kind = 'solution' and subject = solution.id
        and condition.state in ('open', 'met') and due_on < (${now} at time zone 'UTC')::date) as late,
      exists (select from tool where tool.status = 'withdrawn' and solution.facts -> 'tools' ? tool.id) as withdrawn
    from effect join solution on solution.id = effect.solution_id join finding on finding.id = effect.finding_id
      join person owner on owner.id = solution.owner_id
    where effect.id <> all(${[...acted]}::text[])`.execute(db)
  return rows.flatMap(row => {
    acted.add(row.id)
    const holds: Readonly<Record<string, boolean>> = {
      'entry-expired': row.expired && !row.leave,
      'owner-gone': row.gone && !row.asked,
      'condition-late': row.late,
      'tool-withdrawn': row.withdrawn,
    }
    return faultsOf(`SOL ${row.number}`, [
      row.state !== 'suspended' && 'was acted on and runs',
      !row.untouched && 'was acted on at another version',
      row.snoozed && 'was acted on although that was put off',
      holds[row.rule] !== true && `was stopped by ${row.rule}, which does not hold of it`,
    ])
  })
}
