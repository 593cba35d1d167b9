import { z } from 'zod'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { onlyTheProgram } from '../permissions.ts'
import { subjectKinds } from './rule.ts'
import { settingsNow } from './settings.ts'
import { PAGE, markOf, pageAfter } from './subjects.ts'
import { ENTRIES, ledgerSize, touchedFrom } from './touched-store.ts'
import { positionNow, timeToJudgeBy, watchesDue } from './watch-store.ts'

const subjects = z.array(z.object({ kind: z.enum(subjectKinds), id: z.string() }))

/** What an incremental sweep has to look at. */
export const listSweepDue = (charters: Charters) =>
  operation({
    name: 'list-sweep-due',
    summary: 'Subjects that new entries of the ledger are about, and those whose time has come.',
    effect: 'read',
    input: z.strictObject({}),
    output: z.object({
      everything: z.boolean().describe('Whether the charter, the tools or the rules’ settings changed, so that all have to be looked at.'),
      subjects,
      reached: z.object({ nextLeaf: z.int(), mark: z.string() }).nullable().describe('How far this look reads; null: not worth noting.'),
      more: z.boolean(),
    }),
    allows: onlyTheProgram,
    async run(_, { db, now }) {
      const position = await positionNow(db)
      const mark = markOf(await charters.inForce(db), await settingsNow(db))
      if (mark !== position.mark) return { everything: true, subjects: [], reached: { nextLeaf: await ledgerSize(db), mark }, more: false }
      const touched = await touchedFrom(db, position.nextLeaf)
      const due = await watchesDue(db, timeToJudgeBy(position, now), PAGE)
      const all = new Map([...touched.subjects, ...due].map(ref => [`${ref.kind} ${ref.id}`, ref]))
      // What changes no finding is read once more rather than noted down each minute, as long as it is little.
      const worth = touched.heard > 0 || touched.nextLeaf - position.nextLeaf >= ENTRIES
      return {
        everything: false,
        subjects: [...all.values()],
        reached: worth ? { nextLeaf: touched.nextLeaf, mark } : null,
        more: touched.more || due.length === PAGE,
      }
    },
  })

/** A part of everything there is, for a full sweep. */
export const listSweepPage = (charters: Charters) =>
  operation({
    name: 'list-sweep-page',
    summary: 'A page of all subjects that rules look at.',
    effect: 'read',
    input: z.strictObject({ kind: z.enum(subjectKinds), after: z.string().max(200).nullable() }),
    output: z.object({
      subjects,
      next: z
        .object({ kind: z.enum(subjectKinds), after: z.string().nullable() })
        .nullable()
        .describe('Null behind the last page.'),
    }),
    allows: onlyTheProgram,
    async run({ kind, after }, { db }) {
      const { ids, next } = await pageAfter(charters, db, { kind, after })
      return { subjects: ids.map(id => ({ kind, id })), next }
    },
  })
