import { hash } from 'node:crypto'
import type { z } from 'zod'
import type { Role } from '#src/kernel/actor.ts'
import { canonical } from '#src/kernel/canonical.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Message } from '#src/kernel/message.ts'
import type { Entry } from '#src/ledger/index.ts'
import type { Db } from '../operation.ts'

/** A role that holds for the whole company and that nobody gives themself: no role of makers, and none that comes with a unit. */
export type Office = Exclude<Role, 'maker' | 'unit-lead'>

/** Somebody who gains by what is proposed; with the role, where it is a role that they get. */
export interface Gain {
  person: string
  role?: Role
}

interface Reading {
  db: Db
  now: Temporal.Instant
}

interface Naming {
  db: Db
  language: 'en' | 'de'
}

/** How much of a preview is asked for, and in which language: a long one comes in pages. */
export interface View {
  language: 'en' | 'de'
  /** Go on behind this, as the last page's details said. */
  after: string | undefined
  limit: number
}

/** What an ended proposal leaves to put away. */
export interface Dropping extends Reading {
  record(entry: Entry): void
}

/** What an adoption may reach. The proposal's own entry is written already; `record` adds what else changes. */
export interface Adopting extends Dropping {
  send(message: Message): void
  proposal: { id: string; note: string; proposedBy: string; adoptedBy: string }
}

/** A kind of change that takes two people, as its capability declares it. */
interface Declared<C extends z.ZodObject, D extends z.ZodType> {
  /** Verb first, kebab-case: `change-roles`. */
  kind: string
  /** How sentences speak of it: “a change of roles”. */
  called: string
  /**
   * What exactly is to be done, as it is stored, digested and done later: ids, settings and digests. It stands behind a
   * digest in the ledger for ever, so it holds no free text and no names.
   */
  content: C
  /** What the preview shows besides words, in a structure that pages can lay out. */
  details: D
  proposedBy: readonly Office[]
  decidedBy: readonly Office[]
  /** Who reads it besides those who propose and decide. */
  readBy: readonly Role[]
  /** What it is about: at most one proposal of a kind is open about one subject. At most 200 characters. */
  subject(content: z.output<C>): string
  /** What people call subjects of this kind, as far as they have a name; left out where the kind says it all. */
  named?(subjects: readonly string[], naming: Naming): Promise<ReadonlyMap<string, string>>
  /** Who gains by it: none of these human beings may be the second person. */
  favours(content: z.output<C>): readonly Gain[]
  /** Locks what `check` relies on, in a transaction that writes; left out where nothing else can change it. */
  lock?(content: z.output<C>, db: Db): Promise<void>
  /**
   * Whether it can be done now. Asked when it is proposed, when it is shown (without locks), and again under `lock` in the
   * transaction that adopts it.
   * @throws Refusal that names what stands in the way.
   */
  check(content: z.output<C>, reading: Reading): Promise<void>
  /** What adopting it now would change: in whole sentences, and in structure. */
  preview(content: z.output<C>, reading: Reading & View): Promise<{ words: readonly string[]; details: z.input<D> }>
  /** Does it, and records its own entries. Runs once, after `check`, in the same transaction. */
  effect(content: z.output<C>, adopting: Adopting): Promise<void>
  /** Puts away what was stored alongside a proposal that ended without being adopted. */
  dropped?(content: z.output<C>, dropping: Dropping): Promise<void>
  /** Whether adopting it gives roles: who gets one decides nothing with it that was proposed before. */
  givesRoles?: true
}

/** A kind as the mechanism handles it: stored content goes in as it came from the database. */
export interface Kind<C extends z.ZodObject = z.ZodObject, D extends z.ZodType = z.ZodType> {
  readonly kind: string
  readonly called: string
  readonly content: C
  readonly details: D
  readonly proposedBy: readonly Office[]
  readonly decidedBy: readonly Office[]
  readonly readBy: readonly Role[]
  /** @throws Refusal `proposal-unreadable` where this release can't read the content, as do all below. */
  subject(content: unknown): string
  named(subjects: readonly string[], naming: Naming): Promise<ReadonlyMap<string, string>>
  favours(content: unknown): readonly Gain[]
  lock(content: unknown, db: Db): Promise<void>
  check(content: unknown, reading: Reading): Promise<void>
  preview(content: unknown, reading: Reading & View): Promise<{ words: readonly string[]; details: unknown }>
  effect(content: unknown, adopting: Adopting): Promise<void>
  dropped(content: unknown, dropping: Dropping): Promise<void>
  readonly givesRoles: boolean
}

/** Declares a kind of change that takes two people. */
export const proposalKind = <C extends z.ZodObject, D extends z.ZodType>(declared: Declared<C, D>): Kind<C, D> => {
  const { kind, called, content: schema, details, proposedBy, decidedBy, readBy } = declared
  const read = (content: unknown): z.output<C> => {
    const parsed = schema.safeParse(content)
    if (parsed.success) return parsed.data
    throw refuse(
      'unavailable',
      'proposal-unreadable',
      'This release can’t read what was proposed.',
      'Run the release that it was proposed with, or decline it and propose it anew.',
    )
  }
  return {
    kind,
    called,
    content: schema,
    details,
    proposedBy,
    decidedBy,
    readBy,
    subject: content => declared.subject(read(content)),
    named: async (subjects, naming) => (await declared.named?.(subjects, naming)) ?? new Map(),
    favours: content => declared.favours(read(content)),
    lock: async (content, db) => declared.lock?.(read(content), db),
    check: async (content, reading) => declared.check(read(content), reading),
    preview: async (content, reading) => declared.preview(read(content), reading),
    effect: async (content, adopting) => declared.effect(read(content), adopting),
    dropped: async (content, dropping) => declared.dropped?.(read(content), dropping),
    givesRoles: declared.givesRoles ?? false,
  }
}

/** What a second person binds themself to: this kind, about this subject, with this content, to the letter. */
export const digestOf = (kind: string, subject: string, content: unknown): string =>
  hash('sha256', canonical(['proposal', kind, subject, content]), 'hex')
