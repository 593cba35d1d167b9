import { sql } from 'kysely'
import type { Db } from '#src/store/index.ts'
import { at } from '#src/store/index.ts'
import type { Broken } from './fault.ts'

/** Letters of before were looked at on their own evenings. */
const SINCE = Temporal.Duration.from({ hours: 48 })

/**
 * What must hold of letters and messages at the end of each day, in the database itself: the simulation's company is in its dry run,
 * which goes the whole way but for the mail server.
 */
export const brokenMessages = async (db: Db, now: Temporal.Instant): Promise<Broken[]> => {
  const { rows } = await sql<Broken>`
    with letter as (select * from delivery where made_at > ${at(now.subtract(SINCE))}),
      said as (select * from message where at > ${at(now.subtract(SINCE))})
    select 'got more than one digest on ' || day as rule, person_id as about
    from letter where form = 'digest' group by person_id, day having count(*) > 1
    union all
    select 'got ' || count(*) || ' letters on ' || day, person_id
    from letter group by person_id, day having count(*) > coalesce((select daily_letters from messages_setting), 6)
    union all
    select 'tells of ' || letter.messages || ' things, and ' || count(message.id) || ' are in it', letter.id
    from letter left join message on message.delivery_id = letter.id
    group by letter.id, letter.messages having count(message.id) <> letter.messages
    union all
    select 'was told twice of ' || kind || ' ' || of_id, to_id from said group by to_id, kind, of_id, of_version having count(*) > 1
    union all
    select 'still waits to be sent, although nothing keeps it from it since ' || due_at, id
    from message where state = 'waiting' and urgency = 'act' and due_at < ${at(now.subtract({ hours: 12 }))}`.execute(db)
  return rows
}
