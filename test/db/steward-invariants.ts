import { sql } from 'kysely'
import type { Broken, Walk } from './solution-walk.ts'

interface Row {
  id: string
  number: number
  state: string
  owner: string
  retired: boolean
  stopped: boolean
  offers: number
  resumptions: number
  acceptances: number
  /** How often two people undid what a rule had done about it. */
  undone: number
  /** Whoever adopted the last resumption, as somebody who owns or builds it now. */
  behind: boolean
  alone: boolean
  /** Whom the last accepted offer had asked. */
  asked: string | null
}

/** What must hold of owners, stops and ends: from one step to the next they change only as people agreed. */
export const stewardship = async ({ world: { db }, seen }: Walk): Promise<Broken[]> => {
  const { rows } = await sql<Row>`
    select solution.id, solution.number, solution.state, solution.owner_id as owner,
      solution.retired is not null as retired, solution.stopped is not null as stopped,
      (select count(*)::int from handover where solution_id = solution.id and state = 'offered') as offers,
      (select count(*)::int from handover where solution_id = solution.id and state = 'accepted' and role = 'owner') as acceptances,
      (select offered_to from handover where solution_id = solution.id and state = 'accepted' and role = 'owner' order by decided_at desc, id desc limit 1) as asked,
      (select count(*)::int from proposal where kind = 'resume-solution' and subject = solution.id and state = 'adopted') as resumptions,
      (select count(*)::int from effect where solution_id = solution.id and undone_at is not null and undone_by <> undo_proposed_by) as undone,
      coalesce(last.decided_by in (solution.owner_id, solution.maker_id, solution.backup_owner_id), false) as behind,
      coalesce(last.decided_by_human = last.proposed_by_human, false) as alone
    from solution left join lateral (
      select decided_by, decided_by_human, proposed_by_human from proposal
      where kind = 'resume-solution' and subject = solution.id and state = 'adopted' order by decided_at desc, id desc limit 1
    ) last on true`.execute(db)
  return rows.flatMap(row => {
    const before = seen.get(row.id)
    const { id, state, owner, resumptions, acceptances, undone } = row
    seen.set(id, { state, owner, resumptions, acceptances, undone })
    const resumed = before?.state === 'suspended' && state === 'active'
    const agreed = before !== undefined && resumptions > before.resumptions
    const rules: (string | false)[] = [
      (state === 'retired') !== row.retired && 'is retired by half',
      (state === 'suspended') !== row.stopped && 'is stopped by half',
      state === 'retired' && row.offers > 0 && 'is retired and offered to somebody',
      before?.state === 'retired' && state === 'active' && 'runs again from its retirement',
      resumed && !agreed && undone === before.undone && 'runs again, and no two people said so',
      agreed && row.alone && 'was resumed by one human being',
      agreed && row.behind && 'was resumed by somebody who owns or builds it',
      before !== undefined &&
        owner !== before.owner &&
        (acceptances === before.acceptances || row.asked !== owner) &&
        'got an owner who did not accept it',
    ]
    return rules.filter(rule => rule !== false).map(rule => ({ rule, about: `SOL ${row.number}` }))
  })
}
