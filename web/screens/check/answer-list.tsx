import { Link } from '@tanstack/react-router'
import type { Charter } from '../../data/charter-guide.ts'
import { useTexts } from '../../texts/language.tsx'
import { answerInWords, isQuiet } from './answers.ts'
import type { Draft } from './draft.ts'
import css from './answer-list.module.css'

/** What was answered, each with the way back to its question. */
export const Answers = ({ charter, draft }: { charter: Charter; draft: Draft }) => {
  const { t } = useTexts()
  return (
    <section id="answers" className={css.section}>
      <h2>{t.result.answers}</h2>
      <dl className={css.list}>
        {draft.path.flatMap(page =>
          charter.questions.flatMap(question => {
            const words = question.page === page ? answerInWords(charter, question.id, draft.facts[question.id], t) : null
            return words === null || isQuiet(question, draft.facts[question.id])
              ? []
              : [
                  <div key={question.id}>
                    <dt>
                      <Link to="/check" search={{ page }}>
                        {question.title}
                      </Link>
                    </dt>
                    <dd>{words}</dd>
                  </div>,
                ]
          }),
        )}
      </dl>
    </section>
  )
}
