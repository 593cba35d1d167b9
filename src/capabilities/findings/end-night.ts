import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import { onlyTheProgram } from '../permissions.ts'
import { day, ruleName } from './contract.ts'
import { actedIn, keepNight, newestNights } from './effect-store.ts'
import * as said from './said.ts'

/** What is held back is found by a rule of its own; a night that held nothing back clears that. */
export const endNight = operation({
  name: 'end-night',
  summary: 'Note what the rules that act by themselves did in a night, and what their caps kept them from.',
  effect: 'write',
  input: z.strictObject({
    night: day(),
    heldBack: z.array(z.strictObject({ rule: ruleName(), count: z.int().min(0) })).max(100),
  }),
  output: z.object({ noted: z.int() }),
  allows: onlyTheProgram,
  async run({ night, heldBack }, { db, record }) {
    const acted = await actedIn(db, night)
    const before = new Map((await newestNights(db)).map(row => [row.rule, row]))
    let noted = 0
    for (const { rule, count } of heldBack) {
      const came = { rule, night, acted: acted.get(rule) ?? 0, heldBack: count }
      if (came.acted + came.heldBack === 0 && (before.get(rule)?.heldBack ?? 0) === 0) continue
      const row = await keepNight(db, came)
      if (!row) continue
      record(said.nightEnded(row))
      noted += 1
    }
    if (noted === 0) throw nothingToNote()
    return { noted }
  },
})

const nothingToNote = () => refuse('conflict', 'nothing-to-note', 'Nothing was done, and nothing held back.', 'There is nothing to do.')
