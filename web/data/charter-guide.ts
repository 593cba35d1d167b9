import type { Charter, TierGuide } from '../client.generated.ts'

/** The charter's parts as screens name them. */
export type { Charter } from '../client.generated.ts'
export type Question = Charter['questions'][number]
export type Value = Question['values'][number]
export type Part = Question['parts'][number]
export type QuestionPage = Charter['pages'][number]
export type Contact = Charter['contacts'][number]

/** The guide's parts. */
export type { TierGuide } from '../client.generated.ts'
export type GuideTier = TierGuide['tiers'][number]
export type Guardrail = TierGuide['guardrails'][number]
export type Prohibited = TierGuide['prohibited'][number]

/** Fact id to answer. */
export type Facts = Readonly<Record<string, unknown>>

/** Any answer may be this; inside a list it means "these for certain, perhaps more". */
export const NOT_SURE = 'not-sure'
