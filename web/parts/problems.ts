import { ApiProblem } from '../client.generated.ts'
import type { Texts } from '../texts/en.ts'
import type { FieldProblem } from './error-summary.tsx'

/** What the server said to an attempt, for the summary of a form: led to its field where the form has it. */
export const problemsOf = (t: Texts, error: Error | null, fields: readonly string[]): readonly FieldProblem[] => {
  if (error === null) return []
  if (!(error instanceof ApiProblem) || error.status === 0) return [{ text: t.trouble.offline }]
  return error.blockers.map(({ field, reason, remedy }) => ({
    ...(field !== undefined && fields.includes(field) && { field }),
    text: t.refusal(error.code, { reason, remedy }),
  }))
}
