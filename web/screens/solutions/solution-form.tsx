import { Textarea, TextInput } from '@mantine/core'
import type { FieldProblem } from '../../parts/error-summary.tsx'
import { Form } from '../../parts/form.tsx'
import type { Texts } from '../../texts/en.ts'
import { useTexts } from '../../texts/language.tsx'

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
  /** What is asked besides name and purpose. */
  more?: (about: (field: string) => string | undefined) => React.ReactNode
  /** The fields of that, as the server names them. */
  moreFields?: readonly string[]
  /** What is missing in that. */
  check?: () => readonly FieldProblem[]
  /** The buttons. */
  children: React.ReactNode
}

/** Name and purpose of a solution, and whatever else the page asks. */
export const SolutionForm = ({ words, onChange, onSubmit, error, more, moreFields = [], check, children }: FormProps) => {
  const { t } = useTexts()
  return (
    <Form
      fields={['name', 'purpose', ...moreFields]}
      check={() => [...missingIn(t, words), ...(check?.() ?? [])]}
      onSubmit={onSubmit}
      error={error}
      buttons={children}
    >
      {about => (
        <>
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
          {more?.(about)}
        </>
      )}
    </Form>
  )
}

const missingIn = (t: Texts, { name, purpose }: Words): readonly FieldProblem[] => [
  ...(name.trim() === '' ? [{ field: 'name', text: t.register.nameMissing }] : []),
  ...(purpose.trim() === '' ? [{ field: 'purpose', text: t.register.purposeMissing }] : []),
]
