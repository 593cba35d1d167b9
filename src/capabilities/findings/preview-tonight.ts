import { z } from 'zod'
import { calendarOf } from '#src/engines/charter/index.ts'
import type { Charters } from '../charter/index.ts'
import { operation } from '../operation.ts'
import { compare } from './compare.ts'
import { effectForeseen, findingView, foreseenView, ruleName } from './contract.ts'
import { foreseeTonight } from './foresee-tonight.ts'
import { oversees } from './permissions.ts'
import { namedSubjects, presentFindings, subjectIn } from './present.ts'
import { subjectKinds } from './rule.ts'
import { modeOf, previewing, settingsNow } from './settings.ts'
import { liveAbout } from './store.ts'
import { judged, pageAfter } from './subjects.ts'
import { positionNow, timeToJudgeBy } from './watch-store.ts'

/** The same as a full sweep does, on one page of subjects, without writing. */
export const previewTonight = (charters: Charters) =>
  operation({
    name: 'preview-tonight',
    summary: 'What a full sweep would open and clear now, page by page; rules that are only previewed show here what they would find.',
    effect: 'read',
    http: { method: 'GET', path: '/findings/tonight' },
    input: z.strictObject({
      kind: z.enum(subjectKinds).default('solution').describe('With `after`: where the page before ended.'),
      after: z.string().max(200).optional(),
      as: ruleName().optional().describe('A rule that is looked at as if it were previewed, wherever it is off.'),
    }),
    output: z.object({
      opens: z.array(foreseenView),
      clears: z.array(findingView),
      looked: z.int().describe('How many subjects this page looked at.'),
      next: z
        .object({ kind: z.enum(subjectKinds), after: z.string().nullable() })
        .nullable()
        .describe('Null on the last page.'),
      effects: z
        .array(effectForeseen)
        .describe('On the first page: what rules would do by themselves about what they found, in that order.'),
      moreEffects: z.boolean().describe('Whether more was found that they may act on.'),
    }),
    allows: oversees,
    async run({ kind, after, as }, { db, now: clock }) {
      const now = timeToJudgeBy(await positionNow(db), clock)
      const charter = await charters.inForce(db)
      const settings = previewing(await settingsNow(db), as)
      const { ids, next } = await pageAfter(charters, db, { kind, after: after ?? null })
      const refs = ids.map(id => ({ kind, id }))
      const live = await liveAbout(db, refs, { hold: false })
      const given = { charter, calendar: calendarOf(charter), now }
      const { opens, clears } = compare(await judged({ charters, db, now }, refs, settings, ['preview', 'on']), live, given)
      const named = await namedSubjects(
        db,
        opens.map(({ kind, subject }) => ({ kind, id: subject })),
      )
      return {
        opens: opens.map(({ rule, kind, subject, severity, values }) => ({
          rule,
          mode: modeOf(settings, rule),
          subject: subjectIn(named, { kind, id: subject }),
          severity,
          values: { ...values },
        })),
        clears: await presentFindings(db, clears, clock),
        looked: ids.length,
        next,
        ...(kind === 'solution' && after === undefined
          ? await foreseeTonight({ charters, db, now }, settings)
          : { effects: [], moreEffects: false }),
      }
    },
  })
