import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import type { Charter } from '#src/engines/charter/index.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import { operation } from '../operation.ts'
import { onlyTheProgram } from '../permissions.ts'
import type { Opening } from './compare.ts'
import { compare } from './compare.ts'
import { findingsSwept } from './entries.ts'
import { daysOf, subjectKinds } from './rule.ts'
import * as said from './said.ts'
import type { Settings } from './settings.ts'
import { settingsNow } from './settings.ts'
import { changeFindings, clearFindings, insertFindings, liveAbout, openedSince } from './store.ts'
import { PAGE, judged } from './subjects.ts'
import { tellOpened } from './tell.ts'
import { keepPosition, keepWatches, lockPosition, timeToJudgeBy } from './watch-store.ts'

const subjectRef = z.strictObject({ kind: z.enum(subjectKinds), id: z.string().max(200) })

/**
 * Judges some subjects as they stand now, whoever named them. Sweeps wait for each other, so that what three replicas find at once is
 * found once; done twice, the second time finds nothing to do.
 */
export const sweepSubjects = (charters: Charters) =>
  operation({
    name: 'sweep-subjects',
    summary: 'Open, change and clear the findings of some subjects, and note when to look at them again.',
    effect: 'write',
    input: z.strictObject({
      subjects: z.array(subjectRef).max(PAGE),
      reached: z
        .strictObject({ nextLeaf: z.int().min(0), mark: z.string().nullable() })
        .nullable()
        .default(null)
        .describe('How far the ledger was read, and by which charter, tools and settings everything was judged, where that is so now.'),
    }),
    output: z.object({ opened: z.int(), changed: z.int(), cleared: z.int(), heldBack: z.int() }),
    allows: onlyTheProgram,
    async run({ subjects, reached }, { db, now: clock, record, send }) {
      const position = await lockPosition(db)
      const now = timeToJudgeBy(position, clock)
      const charter = await charters.inForce(db)
      const settings = await settingsNow(db)
      const live = await liveAbout(db, subjects, { hold: true })
      const given = { charter, calendar: calendarOf(charter), now }
      const { opens, changes, clears, watches } = compare(await judged({ charters, db, now }, subjects, settings, ['on']), live, given)
      const within = await withinCaps(db, charter, settings, opens, now)
      const opened = await insertFindings(db, within, now)
      const changed = await changeFindings(db, changes)
      const cleared = await clearFindings(
        db,
        clears.map(({ id }) => id),
        now,
      )
      for (const row of opened) record(said.opened(row))
      await tellOpened(db, given.calendar, opened, send)
      for (const row of changed) record(said.changed(row))
      for (const row of cleared) record(said.cleared(row))
      const watched = await keepWatches(db, subjects, watches)
      const counts = { opened: opened.length, changed: changed.length, cleared: cleared.length, heldBack: opens.length - within.length }
      const further = reached !== null && (reached.nextLeaf > position.nextLeaf || (reached.mark ?? position.mark) !== position.mark)
      if (opened.length + changed.length + cleared.length + watched === 0 && !further) throw nothingToSweep()
      await keepPosition(db, {
        nextLeaf: Math.max(position.nextLeaf, reached?.nextLeaf ?? 0),
        sweptAt: now,
        mark: reached?.mark ?? position.mark,
      })
      record(
        findingsSwept({
          subject: { kind: 'sweep', id: 'findings', version: null, digest: null },
          data: { ...counts, looked: subjects.length, watched, nextLeaf: reached?.nextLeaf ?? null },
          personal: {},
        }),
      )
      return counts
    },
  })

/** Of what a rule would open no more than its cap lets it open on one day; the rest waits for the next night. */
const withinCaps = async (db: Db, charter: Charter, settings: Settings, opens: readonly Opening[], now: Temporal.Instant) => {
  const capped = new Set(opens.flatMap(({ rule }) => (typeof settings.get(rule)?.cap === 'number' ? [rule] : [])))
  const today = now.toZonedDateTimeISO(daysOf(charter).timeZone).startOfDay().toInstant()
  const openedToday = new Map(await openedSince(db, [...capped], today))
  return opens.filter(({ rule }) => {
    const cap = settings.get(rule)?.cap ?? null
    const before = openedToday.get(rule) ?? 0
    if (cap !== null && before >= cap) return false
    openedToday.set(rule, before + 1)
    return true
  })
}

const nothingToSweep = () =>
  refuse('conflict', 'nothing-to-sweep', 'Everything about these subjects stands as it should.', 'There is nothing to do.')
