import type { Charter, Decision } from '../../client.generated.ts'
import type { Language } from '../../texts/language.tsx'
import type { SolutionTexts } from '../../texts/solution/en.ts'

export interface Said {
  id: string
  title: string
  note: string
  /** The language it is in, where that is not the page's. */
  lang?: 'en'
  /** The question that it is about. */
  fact?: string
  field?: string
}

interface Reading {
  words: SolutionTexts
  language: Language
  charter: Charter | undefined
  /** What the charter says to the same facts, in the reader's language. */
  decision: Decision | null | undefined
}

interface Blocker {
  field?: string
  reason: string
  remedy: string
}

/** What the server says stands in the way, in the reader's words: by its question, by its guardrail, or word for word. */
export const sayBlockers = (blockers: readonly Blocker[], { words, language, charter, decision }: Reading): readonly Said[] => {
  let guardrails = 0
  return blockers.map(({ field, reason, remedy }) => {
    const about = field === undefined ? {} : { field }
    const fact = field?.startsWith('facts.') === true ? field.slice('facts.'.length) : undefined
    const question = charter?.questions.find(({ id }) => id === fact)
    if (fact !== undefined && question) return { id: reason + fact, title: question.title, note: words.way.unanswered, fact, ...about }
    const ask = field?.startsWith('answers.') === true ? field.slice('answers.'.length) : undefined
    const asked = charter?.kinds.flatMap(({ asks }) => asks).find(({ id }) => id === ask)
    if (asked) return { id: reason, title: asked.text, note: words.way.unansweredAsk, ...about }
    const guardrail = field === 'facts' ? decision?.guardrails[guardrails++] : undefined
    if (guardrail) return { id: reason, title: guardrail.because, note: guardrail.remedy, ...about }
    const known = words.inTheWay(reason)
    if (known !== undefined) return { id: reason, title: known, note: '', ...about }
    return { id: reason, title: reason, note: remedy, ...(language !== 'en' && { lang: 'en' as const }), ...about }
  })
}
