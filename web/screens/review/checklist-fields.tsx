import type { Review } from '../../client.generated.ts'
import { Choices } from '../../parts/choices.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'
import css from './checklist-fields.module.css'
import type { Answer } from './draft.ts'

const possible: readonly Answer[] = ['yes', 'no', 'not-applicable']

interface ChecklistFieldsProps {
  checklists: Review['checklists']
  answers: Readonly<Record<string, Answer>>
  onAnswer: (item: string, answer: Answer) => void
  about: (field: string) => string | undefined
}

/** The items that a sign-off answers, list by list. */
export const ChecklistFields = ({ checklists, answers, onAnswer, about }: ChecklistFieldsProps) => {
  const words = useReviewTexts()
  const items = checklists.flatMap(each => each.items)
  if (items.length === 0) return null
  const options = possible.map(value => ({ value, label: words.answers[value] }))
  return (
    <div>
      <div className={css.head}>
        <h3>{words.decide.checklist}</h3>
        <span>{words.decide.progress(items.filter(({ id }) => answers[id] !== undefined).length, items.length)}</span>
      </div>
      {checklists.map(({ title, items }) => (
        <div key={title} role="group" aria-label={title} className={css.list}>
          {checklists.length > 1 && <h4>{title}</h4>}
          {items.map(({ id, text }) => (
            <Choices
              key={id}
              id={`decide-answers.${id}`}
              legend={text}
              options={options}
              chosen={answers[id]}
              onChoose={answer => onAnswer(id, answer)}
              error={about(`answers.${id}`) === undefined ? undefined : words.decide.noAnswer}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
