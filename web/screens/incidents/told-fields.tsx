import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { OpenIncidentInput } from '../../client.generated.ts'
import type { FieldProblem } from '../../parts/error-summary.tsx'
import type { IncidentsTexts } from '../../texts/incidents/en.ts'
import { useIncidentsTexts } from '../../texts/incidents/use.ts'
import { momentOf } from './moments-of-day.ts'

const severities = ['near-miss', 'minor', 'serious', 'critical'] as const

/** What is typed about an incident; keys stand in one line each. */
export interface Told {
  title: string
  whatHappened: string
  severity: (typeof severities)[number] | undefined
  noticedAt: string
  stops: string
  solutions: string
}

export const toldFields = ['title', 'whatHappened', 'severity', 'noticedAt', 'stops', 'solutions'] as const

const keysIn = (typed: string): string[] =>
  typed
    .split(/[\s,;]+/u)
    .filter(Boolean)
    .map(key => key.toUpperCase())

/** What is missing or can’t be read, before it is worth sending. */
export const problemsIn = ({ severity, stops, solutions }: Told, { open: words }: IncidentsTexts): readonly FieldProblem[] => [
  ...(severity === undefined ? [{ field: 'severity', text: words.severityMissing }] : []),
  ...(keysIn(stops).every(key => /^STOP-\d{4,15}$/u.test(key)) ? [] : [{ field: 'stops', text: words.stopHelp }]),
  ...(keysIn(solutions).every(key => /^SOL-\d{4,15}$/u.test(key)) ? [] : [{ field: 'solutions', text: words.solutionsHelp }]),
]

/** The same as the server takes it; null as long as nobody has said how bad it is. */
export const toldBy = ({
  severity,
  noticedAt,
  stops,
  solutions,
  ...rest
}: Told): Omit<OpenIncidentInput, 'requestId' | 'language'> | null =>
  severity === undefined ? null : { ...rest, severity, noticedAt: momentOf(noticedAt), stops: keysIn(stops), solutions: keysIn(solutions) }

interface ToldFieldsProps {
  given: Told
  onGive: (given: Told) => void
  about: (field: string) => string | undefined
}

/** The fields in which somebody says what went wrong. */
export const ToldFields = ({ given, onGive, about }: ToldFieldsProps) => {
  const all = useIncidentsTexts()
  const words = all.open
  const text = (field: 'title' | 'whatHappened' | 'noticedAt' | 'stops' | 'solutions', label: string, description?: string) => ({
    id: field,
    label,
    ...(description !== undefined && { description }),
    value: given[field],
    error: about(field),
    onChange: (event: { currentTarget: { value: string } }) => onGive({ ...given, [field]: event.currentTarget.value }),
  })
  return (
    <>
      <TextInput {...text('title', words.name)} />
      <Textarea rows={4} {...text('whatHappened', words.what)} />
      <NativeSelect
        id="severity"
        label={words.severity}
        description={given.severity && all.severityHelp[given.severity]}
        value={given.severity ?? ''}
        onChange={event => onGive({ ...given, severity: severities.find(each => each === event.currentTarget.value) })}
        data={[
          ...(given.severity === undefined ? [{ value: '', label: words.severityMissing }] : []),
          ...severities.map(value => ({ value, label: all.severities[value] })),
        ]}
        error={about('severity')}
      />
      <TextInput type="datetime-local" {...text('noticedAt', words.noticed, words.noticedHelp)} />
      <TextInput {...text('stops', words.stop, words.stopHelp)} />
      <TextInput {...text('solutions', words.solutions, words.solutionsHelp)} />
    </>
  )
}
