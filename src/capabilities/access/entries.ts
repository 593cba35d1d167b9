import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** Somebody signed in: how, and until when the sign-in lasts at most. */
export const signedInEntry = defineEntry({
  type: 'signed-in',
  version: 1,
  data: z.strictObject({ person: z.string(), method: z.string(), secondFactor: z.boolean(), expiresAt: z.string() }),
  personal: [],
})

/** Somebody showed a wrong password or code. `person` is null where no such account exists; what was typed is kept nowhere. */
export const signInFailed = defineEntry({
  type: 'sign-in-failed',
  version: 1,
  data: z.strictObject({ person: z.string().nullable(), because: z.enum(['password', 'code']) }),
  personal: ['source'],
})

/** A sign-in or a token ended before its time. */
export const accessEnded = defineEntry({
  type: 'access-ended',
  version: 1,
  data: z.strictObject({ person: z.string(), kind: z.enum(['sign-in', 'token']), because: z.string() }),
  personal: [],
})

const linkKind = z.enum(['set-up', 'invitation', 'recovery'])

/** A link that lets its holder in was made; `givenBy` says on whose word. */
export const linkMade = defineEntry({
  type: 'link-made',
  version: 1,
  data: z.strictObject({ kind: linkKind, person: z.string().nullable(), givenBy: z.string(), expiresAt: z.string() }),
  personal: [],
})

/** A link was used, or ended for another reason. */
export const linkEnded = defineEntry({
  type: 'link-ended',
  version: 1,
  data: z.strictObject({ kind: linkKind, person: z.string().nullable(), because: z.string() }),
  personal: [],
})

/** A person's password was set; `because` says by what right. */
export const passwordSet = defineEntry({
  type: 'password-set',
  version: 1,
  data: z.strictObject({ because: z.enum(['set-up', 'invitation', 'recovery', 'changed', 'stronger-hash']) }),
  personal: [],
})

/**
 * What one person did alone because there was nobody else yet: founded the installation, or named the second
 * administrator. Everything afterwards takes two.
 */
export const bootstrapped = defineEntry({
  type: 'bootstrap',
  version: 1,
  data: z.strictObject({ step: z.enum(['first-administrator', 'second-administrator']), person: z.string() }),
  personal: [],
})

/** A second factor is being set up, counts from now on, or lost one of its recovery codes. */
export const secondFactorChanged = defineEntry({
  type: 'second-factor-changed',
  version: 1,
  data: z.strictObject({ because: z.enum(['begun', 'confirmed', 'recovery-code-used']), left: z.int() }),
  personal: [],
})

export const secondFactorRemoved = defineEntry({
  type: 'second-factor-removed',
  version: 1,
  data: z.strictObject({ because: z.enum(['begun-anew', 'removed', 'recovery']) }),
  personal: [],
})

/** A sign-in has shown the second factor after it began. */
export const accessStrengthened = defineEntry({
  type: 'access-strengthened',
  version: 1,
  data: z.strictObject({ person: z.string() }),
  personal: [],
})

export const tokenMade = defineEntry({
  type: 'token-made',
  version: 1,
  data: z.strictObject({
    person: z.string(),
    effects: z.array(z.string()),
    operations: z.array(z.string()).nullable(),
    expiresAt: z.string(),
  }),
  personal: ['name'],
})

/** Two people agreed that somebody who holds a role gets a new way in. */
export const signInReset = defineEntry({
  type: 'sign-in-reset',
  version: 1,
  data: z.strictObject({ person: z.string(), proposal: z.string() }),
  personal: [],
})

/** Somebody opened a link in a letter to them, and may answer the one thing that it asks. */
export const answerLinkOpened = defineEntry({
  type: 'answer-link-opened',
  version: 1,
  data: z.strictObject({
    person: z.string(),
    kind: z.string(),
    operations: z.array(z.string()),
    only: z.record(z.string(), z.string()),
    expiresAt: z.string(),
  }),
  personal: [],
})

/** A link in a letter was refused; `person` is to whom the letter went, null where no such letter was sent. */
export const answerLinkRefused = defineEntry({
  type: 'answer-link-refused',
  version: 1,
  data: z.strictObject({
    person: z.string().nullable(),
    because: z.enum(['unknown', 'tampered', 'expired', 'settled', 'of-another', 'not-active']),
  }),
  personal: ['source'],
})
