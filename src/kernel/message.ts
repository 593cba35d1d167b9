/** The languages that messages are written in. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** Why somebody is told: every message says so, in words of theirs. */
export const reasons = [
  'owner',
  'backup-owner',
  'maker',
  'submitter',
  'assignee',
  'reviewer',
  'asked',
  'requester',
  'proposer',
  'decider',
  'tool-owner',
  'unit-lead',
  'security',
  'administrator',
  'oneself',
  'account',
] as const
export type Because = (typeof reasons)[number]

/** What a message is about: its page's address follows from the key. */
export interface About {
  readonly kind: string
  readonly key: string
  readonly name: string
}

/** What a text may speak of: numbers, words of somebody's, or words of ours in each language. A date (2026-12-24) is said as dates are. */
export type Fact = number | string | Readonly<Record<Language, string>>
export type Facts = Readonly<Record<string, Fact>>

/**
 * Word to one person of something that happened. An operation only says it (`send`): it is stored in the transaction of the change,
 * so that there is no word without the change and no change without its word, and a job delivers it later.
 */
export interface Message {
  readonly kind: string
  /** `act` where the reader has to do something: it goes at once. Everything else comes in one digest a day. */
  readonly urgency: 'act' | 'digest'
  /** Goes at once in somebody's quiet hours too. */
  readonly loud: boolean
  /** Of a change to how its reader is reached: it goes by mail alone, and to whoever did it, who may be somebody else. */
  readonly guarding?: true
  /** A person's id. */
  readonly to: string
  readonly because: Because
  readonly about: About
  /** The row that it tells of, as it became: a person is told of one kind of thing once for each version of it. */
  readonly of: { readonly id: string; readonly version: number }
  readonly facts: Facts
}

/** Signs a text with the ledger's key, which says itself in its first line what kind of text it is. Deterministic (RFC 8032). */
export type Sign = (textFor: (ledger: string) => string) => Promise<{ readonly signature: string }>

/** What can be answered from a letter, and by which operations: nothing among them approves anything. */
export const answerForms = {
  offer: ['accept-handover', 'decline-handover'],
  question: ['answer-review-question'],
  confirmation: ['recertify-solution'],
  standards: ['show-standards', 'accept-standards'],
} as const
export type AnswerForm = keyof typeof answerForms
