import type { Charter, Facts } from '../../data/charter-guide.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'
import { answerInWords } from '../check/answers.ts'
import css from './changes.module.css'

/** What a new version answers differently, before and after; both are words, so no colour has to say it. */
export const Changes = ({ charter, before, after }: { charter: Charter; before: Facts; after: Facts }) => {
  const { t } = useTexts()
  const words = useReviewTexts()
  const rows = charter.questions.flatMap(({ id, title }) => {
    const [was, is] = [answerInWords(charter, id, before[id], t), answerInWords(charter, id, after[id], t)]
    return was === is ? [] : [{ id, title, was, is }]
  })
  return (
    <div className={css.changes}>
      <h3>{words.page.changes(rows.length)}</h3>
      {rows.length > 0 && (
        <FactList>
          {rows.map(({ id, title, was, is }) => (
            <FactRow key={id} label={title} note={words.page.before(was ?? words.page.unanswered)}>
              {is ?? words.page.unanswered}
            </FactRow>
          ))}
        </FactList>
      )}
    </div>
  )
}
