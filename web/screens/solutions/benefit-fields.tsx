import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { Solution } from '../../client.generated.ts'
import type { FieldProblem } from '../../parts/error-summary.tsx'
import type { Language } from '../../texts/language.tsx'
import type { SolutionTexts } from '../../texts/solution/en.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'

type Benefit = NonNullable<Solution['benefit']>
type Words = SolutionTexts['value']

/** A benefit as it is typed. */
export interface BenefitWords {
  kind: Benefit['kind']
  perMonth: string
  unit: string
  baseline: string
  how: string
}

const kinds: readonly Benefit['kind'][] = ['time', 'errors', 'money', 'quality']

export const wordsOfBenefit = (words: Words, benefit: Benefit | null, language: Language): BenefitWords => {
  const typed = (n: number | null | undefined) => n?.toLocaleString(language, { useGrouping: false }) ?? ''
  const kind = benefit?.kind ?? 'time'
  return {
    kind,
    perMonth: typed(benefit?.perMonth),
    unit: benefit?.unit ?? words.units[kind],
    baseline: typed(benefit?.baseline),
    how: benefit?.how ?? '',
  }
}

/** The same out of what a draft kept. */
export const readBenefit = (words: Words, kept: Readonly<Record<string, string>> | undefined): BenefitWords => {
  const kind = kinds.find(each => each === kept?.['kind']) ?? 'time'
  const text = (field: string) => kept?.[field] ?? ''
  return { kind, perMonth: text('perMonth'), unit: kept?.['unit'] ?? words.units[kind], baseline: text('baseline'), how: text('how') }
}

/** A number as people write it, with a comma or a point; null where it is none. */
const numberIn = (text: string): number | null => {
  const found = text.trim().replace(',', '.')
  return /^\d+(?:\.\d+)?$/u.test(found) ? Number(found) : null
}

/** Its fields, as the server names them. */
export const benefitFields = ['kind', 'perMonth', 'unit', 'baseline', 'how'].map(field => `benefit.${field}`)

export const isBlank = ({ perMonth, baseline, how }: BenefitWords): boolean => [perMonth, baseline, how].every(text => text.trim() === '')

export const missingInBenefit = (words: Words, { perMonth, unit, baseline, how }: BenefitWords): readonly FieldProblem[] => [
  ...(numberIn(perMonth) === null ? [{ field: 'benefit.perMonth', text: words.number }] : []),
  ...(unit.trim() === '' ? [{ field: 'benefit.unit', text: words.unitMissing }] : []),
  ...(baseline.trim() !== '' && numberIn(baseline) === null ? [{ field: 'benefit.baseline', text: words.number }] : []),
  ...(how.trim() === '' ? [{ field: 'benefit.how', text: words.howMissing }] : []),
]

export const benefitOf = ({ kind, perMonth, unit, baseline, how }: BenefitWords): Benefit => ({
  kind,
  perMonth: numberIn(perMonth) ?? 0,
  unit,
  baseline: numberIn(baseline),
  how,
})

interface FieldsProps {
  given: BenefitWords
  onChange: (given: BenefitWords) => void
  about: (field: string) => string | undefined
}

/** What gets better, by how much, and how it was: a minute to fill in. */
export const BenefitFields = ({ given, onChange, about }: FieldsProps) => {
  const { value: words } = useSolutionTexts()
  const text = (field: 'perMonth' | 'unit' | 'baseline') => ({
    id: `benefit.${field}`,
    value: given[field],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ ...given, [field]: event.currentTarget.value }),
    error: about(`benefit.${field}`),
    autoComplete: 'off',
  })
  return (
    <>
      <NativeSelect
        id="benefit.kind"
        label={words.kind}
        value={given.kind}
        onChange={event => {
          const kind = kinds.find(each => each === event.currentTarget.value) ?? 'time'
          const untouched = given.unit === words.units[given.kind]
          onChange({ ...given, kind, unit: untouched ? words.units[kind] : given.unit })
        }}
        data={kinds.map(value => ({ value, label: words.kinds[value] }))}
        error={about('benefit.kind')}
      />
      <TextInput {...text('perMonth')} label={words.amount} inputMode="decimal" />
      <TextInput {...text('unit')} label={words.unit} />
      <TextInput {...text('baseline')} label={words.baseline} description={words.baselineHelp} inputMode="decimal" />
      <Textarea
        id="benefit.how"
        label={words.howLabel}
        rows={2}
        value={given.how}
        onChange={event => onChange({ ...given, how: event.currentTarget.value })}
        error={about('benefit.how')}
      />
    </>
  )
}
