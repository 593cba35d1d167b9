import { z } from 'zod'
import type { BusinessCalendar } from '#src/kernel/business-calendar.ts'
import type { Clock } from '#src/kernel/clock.ts'
import type { AnyOperation, Run } from '#src/kernel/operation.ts'
import type { Db } from '#src/store/index.ts'
import type { Broken } from './fault.ts'
import { brokenAtDayEnd } from './invariants-of-days.ts'
import { brokenMessages } from './invariants-of-messages.ts'
import { broken, nothingBefore } from './invariants.ts'
import { whatIsMissing } from './missing.ts'
import { readPicture } from './picture.ts'

export interface DayEndParts {
  db: Db
  run: Run
  named(operation: string): AnyOperation
  /** Waits until everything that was written has its place in the ledger. */
  settled(): Promise<void>
  clock: Clock
  calendar(): Promise<BusinessCalendar>
}

/** A day after which something did not hold. */
export class InvariantBroken extends Error {
  readonly day: string
  readonly faults: readonly Broken[]
  constructor(day: string, faults: readonly Broken[]) {
    super(`After ${day}: ${faults.map(({ rule, about }) => `${about} ${rule}`).join('; ')}`)
    this.day = day
    this.faults = faults
  }
}

const asProgram = { kind: 'system', job: 'simulate' } as const
const report = z.object({ ok: z.boolean(), faults: z.array(z.object({ says: z.string() })) })
const foreseen = z.object({
  opens: z.array(z.object({ rule: z.string(), mode: z.string(), subject: z.object({ key: z.string() }) })),
  clears: z.array(z.object({ rule: z.string(), subject: z.object({ key: z.string() }) })),
  next: z.object({ kind: z.string(), after: z.string().nullable() }).nullable(),
})
const WEEK = 7

/** Looks at the end of each day whether everything holds; the whole ledger once a week and on the last day. */
export const dayEnds = ({ db, run, named, settled, clock, calendar }: DayEndParts) => {
  let before = nothingBefore
  let checked = 0

  /** Every live finding is what the rules decide now: a look at everything would open and clear nothing. */
  const findingsAreRight = async (): Promise<Broken[]> => {
    const faults: Broken[] = []
    let at: { kind?: string; after?: string } | null = {}
    while (at !== null) {
      const page: z.output<typeof foreseen> = foreseen.parse((await run(named('preview-tonight'), at, asProgram)).output)
      for (const { rule, mode, subject } of page.opens)
        if (mode === 'on') faults.push({ rule: `should have been found by ${rule}`, about: subject.key })
      for (const { rule, subject } of page.clears) faults.push({ rule: `should have been cleared by ${rule}`, about: subject.key })
      at = page.next && { kind: page.next.kind, ...(page.next.after === null ? {} : { after: page.next.after }) }
    }
    return faults
  }
  const ledgerIsSound = async (): Promise<Broken[]> => {
    await settled()
    const { ok, faults } = report.parse((await run(named('verify-ledger'), {}, asProgram)).output)
    const first = ok || faults.length > 0 ? [] : [{ rule: 'does not verify', about: 'the ledger' }]
    return [...first, ...faults.map(({ says }) => ({ rule: says, about: 'the ledger:' }))]
  }
  return {
    /** How many subjects were looked at, day by day. */
    checked: () => checked,
    /** @throws InvariantBroken */
    async check({ day, date, last }: { day: number; date: string; last: boolean }): Promise<void> {
      const picture = await readPicture(db, clock.now())
      const { faults, seen } = broken(picture, await calendar(), before)
      before = seen
      const all = [
        ...faults,
        ...brokenAtDayEnd(picture),
        ...(await brokenMessages(db, clock.now())),
        ...(await findingsAreRight()),
        ...(last || day % WEEK === WEEK - 1 ? await ledgerIsSound() : []),
        ...(last ? whatIsMissing(picture) : []),
      ]
      checked += picture.solutions.length + picture.reviews.length + 1
      if (all.length > 0) throw new InvariantBroken(date, all)
    },
  }
}
