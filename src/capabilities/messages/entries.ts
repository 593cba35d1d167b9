import { z } from 'zod'
import { defineEntry } from '#src/ledger/index.ts'

/** How messages are sent was changed: whether at all, and by which server. */
export const messageSettingsChanged = defineEntry({
  type: 'message-settings-changed',
  version: 1,
  data: z.strictObject({
    dryRun: z.boolean(),
    dailyLetters: z.int(),
    host: z.string().nullable(),
    /** Whether a new password was given. */
    password: z.boolean(),
    by: z.string(),
  }),
  personal: [],
})

export const messagePreferenceChanged = defineEntry({
  type: 'message-preference-changed',
  version: 1,
  data: z.strictObject({}),
  personal: [],
})

const text = z.strictObject({ kind: z.string(), language: z.string(), by: z.string() })

export const messageTextChanged = defineEntry({ type: 'message-text-changed', version: 1, data: text, personal: [] })

/** The kind speaks in its own words again. */
export const messageTextReset = defineEntry({ type: 'message-text-reset', version: 1, data: text, personal: [] })

/** A letter that was given up goes out once more. */
export const deliveryRepeated = defineEntry({
  type: 'delivery-repeated',
  version: 1,
  data: z.strictObject({ trouble: z.string(), by: z.string() }),
  personal: [],
})

export const testMessageSent = defineEntry({
  type: 'test-message-sent',
  version: 1,
  data: z.strictObject({ by: z.string() }),
  personal: [],
})

/** Somebody looked at what they were told. Which, is nobody's business. */
export const messagesRead = defineEntry({ type: 'messages-read', version: 1, data: z.strictObject({}), personal: [] })

const chat = { host: z.string(), person: z.string() }

/** Of the address the host stands here; the rest stands nowhere but sealed. */
export const chatSet = defineEntry({ type: 'chat-set', version: 1, data: z.strictObject({ kind: z.string(), ...chat }), personal: [] })

export const chatRemoved = defineEntry({ type: 'chat-removed', version: 1, data: z.strictObject(chat), personal: [] })

/** A letter went by mail because its chat did not take it. */
export const chatFailing = defineEntry({
  type: 'chat-failing',
  version: 1,
  data: z.strictObject({ person: z.string() }),
  personal: [],
})

export const testCardSent = defineEntry({
  type: 'test-card-sent',
  version: 1,
  data: z.strictObject({ by: z.string() }),
  personal: [],
})

/** To which hosts letters of one person may go. */
export const chatHostsChanged = defineEntry({
  type: 'chat-hosts-changed',
  version: 1,
  data: z.strictObject({ hosts: z.array(z.string()), by: z.string() }),
  personal: [],
})
