import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ApiProblem } from '../../client.generated.ts'
import { ErrorSummary, type FieldProblem } from '../../parts/error-summary.tsx'
import type { Texts } from '../../texts/en.ts'
import { useTexts } from '../../texts/language.tsx'
import css from './solution-form.module.css'

export interface Words {
  name: string
  purpose: string
}

interface FormProps {
  words: Words
  onChange: (words: Words) => void
  onSubmit: () => void
  /** What the server said to the last attempt. */
  error: Error | null
  children: React.ReactNode
}

const fields = ['name', 'purpose'] as const

/** Name and purpose, with every problem next to its field and all of them in a summary that takes the focus. */
export const SolutionForm = ({ words, onChange, onSubmit, error, children }: FormProps) => {
  const { t } = useTexts()
  const [attempt, setAttempt] = useState(0)
  const [missing, setMissing] = useState<readonly FieldProblem[]>([])
  const problems = missing.length > 0 ? missing : problemsOf(t, error)
  const about = (field: string): string | undefined => problems.find(problem => problem.field === field)?.text
  return (
    <form
      noValidate
      className={css.form}
      onSubmit={event => {
        event.preventDefault()
        const found = missingIn(t, words)
        setMissing(found)
        setAttempt(attempt + 1)
        if (found.length === 0) onSubmit()
      }}
    >
      {problems.length > 0 && (
        <ErrorSummary
          key={`${attempt} ${problems.map(({ text }) => text).join()}`}
          title={t.register.problems(problems.length)}
          problems={problems}
        />
      )}
      <TextInput
        id="name"
        label={t.register.name}
        description={t.register.nameHelp}
        value={words.name}
        onChange={event => onChange({ ...words, name: event.currentTarget.value })}
        error={about('name')}
        autoComplete="off"
      />
      <Textarea
        id="purpose"
        label={t.register.purpose}
        description={t.register.purposeHelp}
        value={words.purpose}
        onChange={event => onChange({ ...words, purpose: event.currentTarget.value })}
        error={about('purpose')}
        rows={4}
      />
      <div className={css.buttons}>{children}</div>
    </form>
  )
}

const missingIn = (t: Texts, { name, purpose }: Words): readonly FieldProblem[] => [
  ...(name.trim() === '' ? [{ field: 'name', text: t.register.nameMissing }] : []),
  ...(purpose.trim() === '' ? [{ field: 'purpose', text: t.register.purposeMissing }] : []),
]

const problemsOf = (t: Texts, error: Error | null): readonly FieldProblem[] => {
  if (error === null) return []
  if (!(error instanceof ApiProblem) || error.status === 0) return [{ text: t.trouble.offline }]
  return error.blockers.map(({ field, reason, remedy }) => ({
    ...(fields.some(known => known === field) && field !== undefined && { field }),
    text: `${reason} ${remedy}`,
  }))
}
