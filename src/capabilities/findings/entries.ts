import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

const about = { rule: z.string(), about: z.string(), subject: z.string(), severity: z.string(), due: z.string() }

/** Something is not as the charter wants it. */
export const findingOpened = defineEntry({ type: 'finding-opened', version: 1, data: z.strictObject(about), personal: [] })

/** It is still so, but graver, milder, or by other numbers; or it was put off and comes back. */
export const findingChanged = defineEntry({
  type: 'finding-changed',
  version: 1,
  data: z.strictObject({ ...about, state: z.string() }),
  personal: [],
})

/** It is as the charter wants it again. */
export const findingCleared = defineEntry({ type: 'finding-cleared', version: 1, data: z.strictObject(about), personal: [] })

export const findingAssigned = defineEntry({
  type: 'finding-assigned',
  version: 1,
  data: z.strictObject({ ...about, to: z.string().nullable(), by: z.string() }),
  personal: [],
})

export const findingSnoozed = defineEntry({
  type: 'finding-snoozed',
  version: 1,
  data: z.strictObject({ ...about, until: z.string(), by: z.string() }),
  personal: ['reason'],
})

export const findingRuleSet = defineEntry({
  type: 'finding-rule-set',
  version: 1,
  data: z.strictObject({ mode: z.string(), cap: z.int().nullable(), by: z.string() }),
  personal: [],
})

/** How a rule acts by itself was set. */
export const findingEffectSet = defineEntry({
  type: 'finding-effect-set',
  version: 1,
  data: z.strictObject({ effect: z.string(), cap: z.int(), by: z.string() }),
  personal: [],
})

const effect = { rule: z.string(), does: z.string(), finding: z.string(), solution: z.string(), night: z.string() }

/** A rule did something by itself about what it had found. */
export const effectTaken = defineEntry({ type: 'effect-taken', version: 1, data: z.strictObject(effect), personal: [] })

/** Two people took it back. */
export const effectUndone = defineEntry({
  type: 'effect-undone',
  version: 1,
  data: z.strictObject({ ...effect, proposedBy: z.string(), by: z.string() }),
  personal: [],
})

/** What a rule did in one night, and what its cap kept it from. */
export const effectNightEnded = defineEntry({
  type: 'effect-night-ended',
  version: 1,
  data: z.strictObject({ rule: z.string(), night: z.string(), acted: z.int(), heldBack: z.int() }),
  personal: [],
})

/** What a part of a sweep came to, and how far the ledger was read. */
export const findingsSwept = defineEntry({
  type: 'findings-swept',
  version: 1,
  data: z.strictObject({
    looked: z.int(),
    opened: z.int(),
    changed: z.int(),
    cleared: z.int(),
    heldBack: z.int(),
    watched: z.int(),
    nextLeaf: z.int().nullable(),
  }),
  personal: [],
})
