import type { Solution } from '../../client.generated.ts'
import type { Charter } from '../../data/charter-guide.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { useTexts } from '../../texts/language.tsx'
import { answerInWords, isQuiet } from '../check/answers.ts'
import css from './facts.module.css'

/** What everybody asks about first: information, tools, people, what leaves the company and who reads it before. Their ids are stable. */
const first = ['dataClasses', 'tools', 'audience', 'peopleTalkToIt', 'decisionImpact', 'sendsAs', 'humanReview']
const place = (id: string): number => (first.includes(id) ? first.indexOf(id) : first.length)

interface FactsProps {
  charter: Charter
  facts: Solution['facts']
  /** What stands beside an answer, such as who settled it. */
  notes?: Readonly<Record<string, string>>
}

/** What its maker declared, the most telling first; the rare things that do not apply are folded to one line. */
export const Facts = ({ charter, facts, notes = {} }: FactsProps) => {
  const { t } = useTexts()
  const rows = charter.questions
    .flatMap(question => {
      const words = answerInWords(charter, question.id, facts[question.id], t)
      return words === null ? [] : [{ question, words, quiet: isQuiet(question, facts[question.id]) && !first.includes(question.id) }]
    })
    .toSorted((a, b) => place(a.question.id) - place(b.question.id))
  const row = ({ question, words }: (typeof rows)[number]) => (
    <FactRow key={question.id} label={question.title} note={notes[question.id]}>
      {words}
    </FactRow>
  )
  const quiet = rows.filter(({ quiet }) => quiet)
  return (
    <>
      <FactList>{rows.filter(({ quiet }) => !quiet).map(row)}</FactList>
      {quiet.length > 0 && (
        <details className={css.quiet}>
          <summary>{t.solution.quiet(quiet.length)}</summary>
          <FactList>{quiet.map(row)}</FactList>
        </details>
      )}
    </>
  )
}
