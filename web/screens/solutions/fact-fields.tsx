import type { Charter } from '../../client.generated.ts'
import type { Facts } from '../../data/charter-guide.ts'
import { Action } from '../../parts/action.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { answered, answerInWords } from '../check/answers.ts'
import { QuestionFields } from '../check/question-fields.tsx'
import css from './fact-fields.module.css'

interface FactFieldsProps {
  charter: Charter
  facts: Facts
  /** As they were before anything was changed here. */
  before: Facts
  onChange: (facts: Facts) => void
  /** Questions that stand open from the start. */
  open?: readonly string[]
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Whether two declarations say the same, in whatever order. */
export const saySame = (a: Facts, b: Facts): boolean => [...new Set([...Object.keys(a), ...Object.keys(b)])].every(id => same(a[id], b[id]))

/** Every question with its answer; one is opened to change it, and everything else stays as it was said. */
export const FactFields = ({ charter, facts, before, onChange, open = [] }: FactFieldsProps) => {
  const { t } = useTexts()
  const { fields: words } = useSolutionTexts()
  // In the order in which the wizard asks, without what the registry knows by itself.
  const asked = charter.pages
    .flatMap(page => page.questions.flatMap(id => charter.questions.find(question => question.id === id) ?? []))
    .filter(({ derived }) => !derived)
  return (
    <ul className={css.list}>
      {asked.map(question => {
        const { id, title, help } = question
        const changed = !same(facts[id], before[id])
        const said = answerInWords(charter, id, facts[id], t)
        return (
          <li key={id}>
            <details open={open.includes(id) || undefined} id={`fact-${id}`}>
              <summary>
                <span className={css.title}>{title}</span>
                <span className={css.said} data-changed={changed || undefined}>
                  {changed && <span aria-hidden="true">≠ </span>}
                  {said ?? words.open}
                </span>
                <span className={css.change}>{words.change}</span>
              </summary>
              <fieldset className={css.fields}>
                <legend>{help}</legend>
                <QuestionFields question={question} answer={facts[id]} onAnswer={answer => onChange(answered(facts, id, answer))} />
              </fieldset>
              {changed && <Action onClick={() => onChange(answered(facts, id, before[id]))}>{words.reset}</Action>}
            </details>
          </li>
        )
      })}
    </ul>
  )
}
