import type { z } from 'zod'
import type { Charter, Language } from '#src/engines/charter/index.ts'
import { changedParts, changeText, difference } from '#src/engines/charter/index.ts'
import type { Db } from '../operation.ts'
import type { Charters } from './charters.ts'
import type { charterChange } from './contract.ts'
import { comingRules } from './impact.ts'

interface Two {
  before: Charter
  after: Charter
}

/** Solutions are judged under the tool list that goes on under either charter; documents are compared as written. */
export const judgedBy = async (charters: Charters, db: Db, { before, after }: Two): Promise<Two> => ({
  before: await charters.underTools(db, before),
  after: await charters.underTools(db, after),
})

/** What a charter says otherwise than the one in whose place it would come. */
export const changeBetween = ({ before, after }: Two, now: Temporal.Instant, language: Language): z.input<typeof charterChange> => ({
  label: after.version,
  digest: after.digest,
  replaces: { label: before.version, digest: before.digest },
  changes: difference(before, after).map(change => ({ path: change.path, text: changeText(change, language) })),
  parts: changedParts(before, after, language),
  comingRules: comingRules(after, now, language),
})
