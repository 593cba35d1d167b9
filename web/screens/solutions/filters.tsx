import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useCharter } from '../../data/charter.ts'
import { usePersonNamed, useUnits } from '../../data/people.ts'
import { useTexts } from '../../texts/language.tsx'
import { useRegistryTexts } from '../../texts/registry/use.ts'
import { tierNames } from '../check/sentences.ts'
import { Fold } from '../../parts/fold.tsx'
import { ChoosePerson } from '../people/choose-person.tsx'
import { type ListSearch, readSearch, states } from './filter.ts'
import css from './filters.module.css'

/** What the list is narrowed by; every choice stands in the address. */
export const Filters = () => {
  const { t } = useTexts()
  const words = useRegistryTexts()
  const search = useSearch({ from: '/solutions' })
  const navigate = useNavigate({ from: '/solutions' })
  const { data: charter } = useCharter()
  const [opened, setOpened] = useState(false)
  // Nobody is asked for what a fold holds before it is opened, or one of them is chosen.
  const { data: units } = useUnits(undefined, opened || search.unit !== undefined)
  const owner = usePersonNamed(search.owner)
  const [q, setQ] = useState(search.q ?? '')
  const narrow = (change: Record<string, unknown>) => void navigate({ search: before => readSearch({ ...before, ...change }) })
  const values = (fact: string) =>
    (charter?.questions.find(({ id }) => id === fact)?.values ?? [])
      .filter(({ id }) => !id.startsWith('other:') && id !== 'none')
      .map(({ id, text }) => ({ value: id, label: text }))
  const select = (field: keyof ListSearch & keyof typeof words.fields, data: readonly { value: string; label: string }[]) => (
    <NativeSelect
      label={words.fields[field]}
      value={String(search[field] ?? '')}
      onChange={event => narrow({ [field]: field === 'tier' ? Number(event.currentTarget.value) : event.currentTarget.value })}
      data={[{ value: '', label: words.any }, ...data]}
      className={css.choice ?? ''}
    />
  )
  const only = (field: 'mine' | 'reusable') => (
    <label className={css.only}>
      <input
        type="checkbox"
        checked={search[field] === true}
        onChange={event => narrow({ [field]: event.currentTarget.checked ? true : undefined })}
      />
      {words[field]}
    </label>
  )
  const stateNames: Readonly<Record<string, string>> = t.solutions.states
  return (
    <search>
      <form
        className={css.filters}
        onSubmit={event => {
          event.preventDefault()
          narrow({ q: q.trim() })
        }}
      >
        <TextInput
          type="search"
          label={words.search}
          maxLength={100}
          value={q}
          onChange={event => setQ(event.currentTarget.value)}
          className={css.query ?? ''}
        />
        <Button type="submit" variant="default">
          {words.find}
        </Button>
        {select(
          'state',
          states.map(value => ({ value, label: stateNames[value] ?? value })),
        )}
        {select(
          'tier',
          charter ? tierNames(charter).map((name, index) => ({ value: String(index + 1), label: `${index + 1} ${name}` })) : [],
        )}
      </form>
      <Fold title={words.filters} onOpen={() => setOpened(true)}>
        <div className={css.filters}>
          {select(
            'kind',
            (charter?.kinds ?? []).map(({ id, name }) => ({ value: id, label: name })),
          )}
          {select('tool', values('tools'))}
          {select('dataClass', values('dataClasses'))}
          {select(
            'unit',
            (units?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
          )}
          <ChoosePerson
            id="owner"
            label={words.fields.owner}
            chosen={search.owner === undefined ? null : { id: search.owner, name: owner.data?.name ?? search.owner }}
            onChoose={person => narrow({ owner: person?.id })}
            error={undefined}
          />
          <TextInput
            type="date"
            label={words.fields.expires}
            value={search.until ?? ''}
            onChange={event => narrow({ until: event.currentTarget.value })}
            className={css.choice ?? ''}
          />
          {only('mine')}
          {only('reusable')}
        </div>
      </Fold>
    </search>
  )
}
