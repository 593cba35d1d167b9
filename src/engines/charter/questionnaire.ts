/** The questions as pages: what to ask next, given what was answered, and nothing that can't matter any more. */
import type { Charter, Page } from './charter.ts'
import { decide, type Decision } from './decide.ts'
import type { Question } from './describe-facts.ts'
import { NOT_SURE, parseFacts } from './facts.ts'

/** Answers as written in JSON; a field that is there was asked, also where it says "not-sure". */
export type Answers = Readonly<Record<string, unknown>>

export interface Asking {
  page: Page
  /** In full, or several rare things as lines of one list. */
  as: 'questions' | 'lines'
  questions: readonly Question[]
}

/**
 * The next page, with the decision so far; no page when nothing that is still open can change the outcome, or when the
 * outcome is a refusal. Pages come in the charter's order. A rare thing is asked as a line first; when the line is
 * ticked and the exact answer can still matter, it is asked in full, together with the others ticked on that page.
 */
export const nextPage = (charter: Charter, answers: Answers, now: Temporal.Instant): { decision: Decision; asking: Asking | null } => {
  const decision = decide(charter, parseFacts(charter, answers), now)
  if (decision.verdict === 'refused') return { decision, asking: null }
  const open = charter.questions.filter(
    ({ id }) => decision.openQuestions.includes(id) && (answers[id] === undefined || isTick(answers[id])),
  )
  for (const page of charter.pages) {
    const here = open.filter(question => question.page === page.id)
    const ticked = here.filter(({ id }) => isTick(answers[id]))
    if (ticked.length > 0) return { decision, asking: { page, as: 'questions', questions: ticked } }
    const lines = here.filter(({ rare }) => rare !== null)
    if (lines.length > 0) return { decision, asking: { page, as: 'lines', questions: lines } }
    if (here.length > 0) return { decision, asking: { page, as: 'questions', questions: here } }
  }
  return { decision, asking: null }
}

/** What a ticked, unticked or unsure line says about its fact. */
export const lineAnswer = (question: Question, answer: 'ticked' | 'unticked' | 'not-sure'): unknown => {
  if (question.rare === null) throw new Error(`${question.id} is not asked as a line.`)
  const { otherwise } = question.rare
  if (answer === 'not-sure') return NOT_SURE
  if (answer === 'unticked') return otherwise
  if (typeof otherwise === 'boolean') return !otherwise
  const plain = [otherwise].flat()
  return { among: question.values.map(({ id }) => id).filter(id => !plain.includes(id) && id !== question.none) }
}

const isTick = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'among' in answer
