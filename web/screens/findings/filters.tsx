import { NativeSelect } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useUnits } from '../../data/people.ts'
import { useToldTexts } from '../../texts/findings/use-told.ts'
import { useFindingsTexts } from '../../texts/findings/use.ts'
import css from './findings.module.css'
import { kinds, readFindingSearch, severities } from './views.ts'

/** What the list is narrowed to; each choice counts at once. */
export const Filters = () => {
  const words = useFindingsTexts()
  const told = useToldTexts()
  const search = useSearch({ from: '/findings' })
  const navigate = useNavigate({ from: '/findings' })
  const units = useUnits()
  const choices: { field: 'rule' | 'severity' | 'kind' | 'unit'; label: string; options: { value: string; label: string }[] }[] = [
    {
      field: 'rule',
      label: words.filters.rule,
      options: Object.entries(told.ruleWords).map(([value, { name }]) => ({ value, label: name })),
    },
    { field: 'severity', label: words.filters.severity, options: severities.map(value => ({ value, label: told.severities[value] })) },
    { field: 'kind', label: words.filters.kind, options: kinds.map(value => ({ value, label: words.kinds[value] })) },
    { field: 'unit', label: words.filters.unit, options: units.data?.units.map(({ id, name }) => ({ value: id, label: name })) ?? [] },
  ]
  return (
    <search className={css.filters}>
      {choices.map(({ field, label, options }) => (
        <NativeSelect
          key={field}
          label={label}
          value={search[field] ?? ''}
          onChange={event => {
            const chosen = event.currentTarget.value
            void navigate({ search: before => readFindingSearch({ ...before, [field]: chosen === '' ? undefined : chosen }) })
          }}
          data={[{ value: '', label: words.filters.any }, ...options]}
        />
      ))}
    </search>
  )
}
