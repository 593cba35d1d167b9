import type { Charter, Question, QuestionPage } from '../../data/charter-guide.ts'
import type { Decision } from '../../client.generated.ts'

/** A page with its questions, ready to be asked. */
export interface Stop extends QuestionPage {
  asked: readonly Question[]
}

export const stopAt = (charter: Charter, id: string): Stop | null => {
  const page = charter.pages.find(page => page.id === id)
  if (page === undefined) return null
  return { ...page, asked: charter.questions.filter(question => question.page === id) }
}

/** What the order of the pages depends on. */
interface Plan {
  pages: readonly Pick<QuestionPage, 'id'>[]
  questions: readonly Pick<Question, 'id' | 'page'>[]
}
type Progress = Pick<Decision, 'verdict' | 'openQuestions' | 'next'>

/** The pages that can still change the answer, most decisive first, without those already asked. */
export const openPages = (charter: Plan, decision: Progress, asked: readonly string[]): readonly string[] => {
  const facts = [...(decision.next == null ? [] : [decision.next]), ...decision.openQuestions]
  const pages = facts.flatMap(fact => charter.questions.find(({ id }) => id === fact)?.page ?? [])
  return [...new Set(pages)].filter(page => !asked.includes(page))
}

/**
 * The next page to ask. A conversation opens with what it is about, the charter's first page; from there the most
 * decisive comes first. Nothing more is asked once a use is prohibited: it stops there and says so.
 */
export const nextPage = (charter: Plan, decision: Progress, asked: readonly string[]): string | null => {
  if (decision.verdict === 'refused') return null
  const open = openPages(charter, decision, asked)
  const opening = charter.pages[0]?.id
  return open.find(page => page === opening) ?? open[0] ?? null
}
