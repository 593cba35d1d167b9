import type { Charter } from '../client.generated.ts'

/** The charter's parts as screens name them. */
export type { Charter } from '../client.generated.ts'
export type Question = Charter['questions'][number]
export type Value = Question['values'][number]
export type Part = Question['parts'][number]
export type QuestionPage = Charter['pages'][number]
export type Contact = Charter['contacts'][number]
