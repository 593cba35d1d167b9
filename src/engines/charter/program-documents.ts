/** The documents that the program runs by: standards, lanes, waivers, certification, rollout, audit, outcomes, calendar. */
import { z } from 'zod'
import { date, id, text, tier, words } from './document-parts.ts'

const days = z.int().min(0).max(3_650)
const percent = z.number().min(0).max(100)
const items = z.array(z.strictObject({ id, text })).min(1).max(40)

export const sectorsDocument = z.strictObject({
  packs: z
    .array(
      z.strictObject({
        id,
        title: text,
        enabled: z.boolean(),
        text,
        uses: z.array(id).min(1).max(40).meta({ description: 'The regulated uses it speaks of.' }),
        rules: z.array(id).min(1).max(40).meta({ description: 'The rules that carry it out.' }),
        checklist: items,
        source: words,
        checked: date,
      }),
    )
    .max(40),
})

export const standardsDocument = z.strictObject({
  version: words,
  intro: text,
  /** Twelve rules fit a page, and a person's memory. */
  standards: z.array(z.strictObject({ id, text })).min(1).max(12),
  acceptedAgainWhen: text,
  lookedAtWhen: z
    .array(
      z.strictObject({
        id: z.enum(['detected-tier-above-1', 'gateway-event', 'audience-or-data-changed', 'complaint', 'second-look']),
        text,
      }),
    )
    .min(1)
    .max(5),
})

export const lanesDocument = z.strictObject({
  lanes: z
    .array(
      z.strictObject({
        id,
        tier,
        title: text,
        promise: text,
        businessDays: z.int().min(0).max(250).meta({ description: 'The whole lane takes at most this many; 0 means at once.' }),
        underThat: z.boolean().meta({ description: 'Under that number, rather than up to it.' }),
        signOffs: z
          .array(
            z.strictObject({
              role: id,
              checklist: id,
              businessDays: z.int().min(1).max(250),
              deputies: z.int().min(0).max(10),
              effort: z
                .strictObject({ minutes: z.int().min(1).max(4_800), minutesADay: z.int().min(1).max(1_440) })
                .optional()
                .meta({ description: 'What one sign-off usually takes, and how long one person is free for them each working day.' }),
            }),
          )
          .max(10),
        coordinatedBy: id.optional(),
        escalation: z.array(z.strictObject({ atPercent: percent, to: id, text })).max(5),
      }),
    )
    .length(4),
  shortReview: z.strictObject({ businessDays: z.int().min(1).max(20), text }),
  appeal: z.strictObject({ times: z.int().min(1).max(3), text }),
  handOver: z.strictObject({ receiptBusinessDays: z.int().min(1).max(60), contains: items }),
  checklists: z
    .array(z.strictObject({ id, title: text, items }))
    .min(1)
    .max(60),
})

export const waiversDocument = z.strictObject({
  atMostDays: z.int().min(1).max(365),
  waivable: z
    .array(z.strictObject({ id, title: text, by: id }))
    .max(40)
    .meta({ description: 'Dates and procedure that the named role may put off, with a reason and an end.' }),
  never: z.array(z.strictObject({ id, text })).min(1).max(40),
})

export const certificationDocument = z.strictObject({
  certificate: z.strictObject({ months: z.int().min(1).max(60), passMarkPercent: percent, deltaLessonDays: days }),
  modules: z
    .array(z.strictObject({ id, title: text, summary: text, minutes: z.int().min(1).max(480), covers: z.array(id).max(20) }))
    .min(1)
    .max(40),
  team: z.strictObject({ makersPercent: percent, lead: z.boolean(), backup: z.boolean(), text }),
  submittingFromTier: tier.meta({ description: 'From this tier up, only certified makers submit.' }),
  unitAdmission: z
    .literal(true, 'A unit is admitted only with a team certificate')
    .meta({ description: 'Admitting a unit takes a team certificate; this cannot be switched off.' }),
})

export const rolloutDocument = z.strictObject({
  phases: z
    .array(
      z.strictObject({
        id,
        title: text,
        fromMonth: z.int().min(1).max(60),
        toMonth: z.int().min(1).max(60).nullable().meta({ description: 'null: goes on.' }),
        goal: text,
        binds: z.array(z.strictObject({ id, text, except: z.enum(['pilot-units']).optional() })).max(10),
        gate: z.array(z.strictObject({ id, text, measure: id, target: z.number(), direction: z.enum(['at-least', 'at-most']) })).max(20),
      }),
    )
    .min(1)
    .max(12),
  pilot: z.strictObject({ days, fewestUnits: z.int().min(1), mostUnits: z.int().min(1) }),
})

export const auditDocument = z.strictObject({
  secondLook: z.strictObject({ tier1Percent: percent, tier2Percent: percent, text }),
  periodic: z
    .array(z.strictObject({ tier, everyMonths: z.int().min(1).max(60), shareEachQuarterPercent: percent, text }))
    .min(1)
    .max(4),
  checklist: items,
  findingDueBusinessDays: z.strictObject({ high: z.int().min(1), medium: z.int().min(1), low: z.int().min(1) }),
})

export const outcomesDocument = z.strictObject({
  measures: z
    .array(z.strictObject({ id, title: text, unit: text, how: text, kind: z.enum(['benefit', 'harm']) }))
    .min(1)
    .max(40),
  baseline: z.strictObject({ fromTier: tier, text }),
  sample: z.strictObject({ fewest: z.int().min(1), everyMonths: z.int().min(1).max(24), text }),
  negligible: z.strictObject({
    hoursAMonth: z.number().min(0),
    amountAMonth: z.number().min(0).nullable(),
    currency: z.string().length(3),
    text,
  }),
})

const clock = z
  .string()
  .regex(/^([01]\d|2[0-4]):[0-5]\d$/)
  .meta({ description: 'A time of day, such as 09:00.' })
export const calendarDocument = z.strictObject({
  business: z.strictObject({
    name: words,
    timeZone: words,
    hours: z
      .array(z.strictObject({ weekday: z.int().min(1).max(7), opens: clock, closes: clock }))
      .min(1)
      .max(7),
    holidays: z.array(date).max(2_000),
  }),
  entry: z.strictObject({
    validMonths: z.int().min(1).max(60),
    noticeDays: z.array(days).min(1).max(10),
    graceDays: days.optional().meta({ description: 'How long what has run out may go on; left out: as long as without an owner.' }),
  }),
  owner: z.strictObject({ graceDays: days, leaverAccessEndsSeconds: z.int().min(0).max(3_600) }),
  toolRequestBusinessDays: z.int().min(1).max(250),
  unusedAfterDays: days,
  sandbox: z.strictObject({ days, spendCap: z.number().min(0), currency: z.string().length(3) }),
  undoRetirementDays: days,
  suspensionReachesGatewaySeconds: z.int().min(0).max(60),
  comingRulesNoticeDays: days,
})
