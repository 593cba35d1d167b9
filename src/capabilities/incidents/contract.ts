import { z } from 'zod'
import { text } from '#src/kernel/text.ts'
import { blockerView, personRef, solutionKey } from '../registry/index.ts'
import { incidentKey, stopKey, stopSummary } from '../stops/index.ts'

export const severities = ['near-miss', 'minor', 'serious', 'critical'] as const
export const states = ['open', 'contained', 'closed'] as const

export const incident = () => incidentKey()
export const language = () => z.enum(['en', 'de']).default('en')
export const day = (why: string) => z.iso.date('Write a day such as 2027-01-31.').describe(why)
export const moment = (why: string) =>
  z.iso.datetime({ offset: true, message: 'Write a moment such as 2026-12-24T09:30:00Z.' }).describe(why)

const words = (max: number, why: string) => text(max, { lines: true }).describe(why)

/** What is said of an incident when it is opened, and what may be said otherwise later. */
export const told = {
  title: text(120).describe('What people call it.'),
  whatHappened: words(4_000, 'What happened, as far as it is known.'),
  severity: z.enum(severities).describe('How bad it is: near-miss, minor, serious or critical.'),
  noticedAt: moment('When somebody first became aware of it; deadlines are counted from then.'),
  stops: z.array(stopKey()).max(100).default([]).describe('Stops that belong to it.'),
  solutions: z.array(solutionKey()).max(200).default([]).describe('Solutions that it is about besides those of its stops.'),
}

export const learned = {
  cause: words(4_000, 'What led to it.').nullable().default(null),
  lessons: words(4_000, 'What is done otherwise from now on.').nullable().default(null),
}

export const actionWords = () => words(1_000, 'What has to be done.')
export const noteWords = () => words(4_000, 'What happened or was found out.')
export const laterWords = () => words(1_000, 'Why it takes longer.')

/** What everybody may know who sees a solution that it reaches. */
export const incidentMark = z
  .object({ key: z.string(), severity: z.enum(severities), state: z.enum(states), noticedAt: z.string() })
  .meta({ id: 'IncidentMark' })

export const incidentLine = incidentMark
  .extend({
    title: z.string().nullable().describe('Null for those who may know that it is there and no more.'),
    overdue: z.int().describe('Actions whose day is over.'),
  })
  .meta({ id: 'IncidentLine' })

const action = z
  .object({
    id: z.string(),
    version: z.int(),
    what: z.string(),
    owner: personRef,
    dueOn: z.string(),
    doneAt: z.string().nullable(),
    overdue: z.boolean(),
    deferredBecause: z.string().nullable(),
    mine: z.boolean(),
  })
  .meta({ id: 'IncidentAction' })

const happened = z
  .object({
    at: z.string(),
    kind: z.enum(['note', 'entry']),
    text: z.string().nullable().describe('Of a note.'),
    type: z.string().nullable().describe('Of an entry of the ledger.'),
    entry: z.int().nullable(),
    about: z.string().nullable().describe('The key of what an entry is about.'),
    by: personRef,
  })
  .meta({ id: 'IncidentMoment' })

export const incidentView = z
  .object({
    key: z.string(),
    version: z.int(),
    title: z.string(),
    whatHappened: z.string(),
    severity: z.enum(severities),
    state: z.enum(states),
    noticedAt: z.string(),
    openedBy: personRef,
    openedAt: z.string(),
    containedAt: z.string().nullable(),
    closed: z.object({ by: personRef, at: z.string() }).nullable(),
    cause: z.string().nullable(),
    lessons: z.string().nullable(),
    named: z.array(z.string()).describe('Keys of the solutions that it names besides those of its stops.'),
    stops: z.array(stopSummary),
    solutions: z
      .array(z.object({ key: z.string(), name: z.string(), tier: z.int(), state: z.string(), owner: personRef }))
      .describe('Those that you may see, newest first; at most 200.'),
    affected: z.int().describe('How many solutions it reaches in all.'),
    dataClasses: z.array(z.string()),
    units: z.array(z.object({ id: z.string(), name: z.string() })),
    duties: z.array(z.object({ id: z.enum(['gdpr-33', 'gdpr-34']), dueAt: z.string().nullable() })),
    actions: z.array(action),
    timeline: z.array(happened).describe('Newest first; at most 300.'),
    standsInTheWay: z.array(blockerView).describe('What keeps it from being closed.'),
    you: z.object({ mayWork: z.boolean(), mayClose: z.boolean() }),
  })
  .meta({ id: 'Incident' })
