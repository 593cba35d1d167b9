import { type ReactNode, useState } from 'react'
import { useTexts } from '../texts/language.tsx'
import { ErrorSummary, type FieldProblem } from './error-summary.tsx'
import css from './form.module.css'
import { problemsOf } from './problems.ts'

interface FormProps {
  /** The ids of its fields, as the server names them. */
  fields: readonly string[]
  /** What stands before each id in the page, where several forms of a page have a field of one name. */
  prefix?: string
  /** What is missing before it is worth sending. */
  check?: () => readonly FieldProblem[]
  onSubmit: () => void
  /** What the server said to the last attempt. */
  error: Error | null
  /** The fields, told what is wrong with each. */
  children: (about: (field: string) => string | undefined) => ReactNode
  /** The buttons under them. */
  buttons: ReactNode
}

/** A form whose every problem stands next to its field, and all of them in a summary that takes the focus. */
export const Form = ({ fields, prefix = '', check = nothingMissing, onSubmit, error, children, buttons }: FormProps) => {
  const { t } = useTexts()
  const [attempt, setAttempt] = useState(0)
  const [missing, setMissing] = useState<readonly FieldProblem[]>([])
  const problems = missing.length > 0 ? missing : problemsOf(t, error, fields)
  return (
    <form
      noValidate
      className={css.form}
      onSubmit={event => {
        event.preventDefault()
        const found = both(check(), unfinishedIn(event.currentTarget, prefix))
        setMissing(found)
        setAttempt(attempt + 1)
        if (found.length === 0) onSubmit()
      }}
    >
      {problems.length > 0 && (
        <ErrorSummary
          key={`${attempt} ${problems.map(({ text }) => text).join()}`}
          title={t.register.problems(problems.length)}
          problems={problems.map(({ field, text }) => (field === undefined ? { text } : { field: `${prefix}${field}`, text }))}
        />
      )}
      {children(field => {
        const about = problems.filter(problem => problem.field === field)
        return about.length === 0 ? undefined : about.map(({ text }) => text).join(' ')
      })}
      <div className={css.buttons}>{buttons}</div>
    </form>
  )
}

/** What a field itself calls unfinished, such as a name that was typed while nobody is chosen. */
const unfinishedIn = (form: HTMLFormElement, prefix: string): readonly FieldProblem[] =>
  [...form.elements].flatMap(field =>
    field instanceof HTMLInputElement && field.validity.customError
      ? [{ field: field.id.slice(prefix.length), text: field.validationMessage }]
      : [],
  )

const both = (missing: readonly FieldProblem[], unfinished: readonly FieldProblem[]): readonly FieldProblem[] => [
  ...missing,
  ...unfinished.filter(({ field }) => missing.every(each => each.field !== field)),
]

const nothingMissing = (): readonly FieldProblem[] => []
