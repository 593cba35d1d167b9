import type { Review } from '../../client.generated.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'
import css from './given-answers.module.css'

interface GivenAnswersProps {
  review: Review
  role: string
  answers: NonNullable<Review['signOffs'][number]['decided']>['answers']
}

/** What somebody said to the checklist when they signed; folded, because the signature counts. */
export const GivenAnswers = ({ review, role, answers }: GivenAnswersProps) => {
  const words = useReviewTexts()
  const items = review.checklists.flatMap(list => (list.role === role ? list.items : [])).filter(({ id }) => answers[id] !== undefined)
  if (items.length === 0) return null
  return (
    <details className={css.answers}>
      <summary>{words.signOffs.answers}</summary>
      <FactList>
        {items.map(({ id, text }) => {
          const answer = answers[id]
          return (
            <FactRow key={id} label={text}>
              {answer && words.answers[answer]}
            </FactRow>
          )
        })}
      </FactList>
    </details>
  )
}
