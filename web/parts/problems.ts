import { ApiProblem } from '../client.generated.ts'
import type { Texts } from '../texts/en.ts'
import type { FieldProblem } from './error-summary.tsx'

/** What the server said to an attempt, for the summary of a form: led to its field where the form has it, each thing once. */
export const problemsOf = (t: Texts, error: Error | null, fields: readonly string[]): readonly FieldProblem[] => {
  if (error === null) return []
  if (!(error instanceof ApiProblem) || error.status === 0) return [{ text: t.trouble.offline }]
  const problems = error.blockers.map(({ field = '', reason, remedy }) => {
    const own = fieldOf(field, fields)
    return { ...(own !== undefined && { field: own }), text: t.refusal(error.code, { reason, remedy }) }
  })
  return problems.filter(({ field, text }, at) => problems.findIndex(each => each.field === field && each.text === text) === at)
}

/** A part of what a field holds, such as one person of several, is at fault where the field is. */
const fieldOf = (named: string, fields: readonly string[]): string | undefined =>
  fields.includes(named) ? named : fields.find(field => named.startsWith(`${field}.`))
