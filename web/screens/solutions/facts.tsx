import type { Solution } from '../../client.generated.ts'
import type { Charter } from '../../data/charter-guide.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { useTexts } from '../../texts/language.tsx'
import { answerInWords, isQuiet } from '../check/answers.ts'
import css from './facts.module.css'

/** What its maker declared; the rare things that do not apply are folded to one line. */
export const Facts = ({ charter, facts }: { charter: Charter; facts: Solution['facts'] }) => {
  const { t } = useTexts()
  const rows = charter.questions.flatMap(question => {
    const words = answerInWords(charter, question.id, facts[question.id], t)
    return words === null ? [] : [{ question, words, quiet: isQuiet(question, facts[question.id]) }]
  })
  const row = ({ question, words }: (typeof rows)[number]) => (
    <FactRow key={question.id} label={question.title}>
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
