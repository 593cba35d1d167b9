import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../texts/language.tsx'
import { useLedgerTexts } from '../../texts/ledger/use.ts'
import { ChoosePerson } from '../people/choose-person.tsx'
import css from './ledger.module.css'
import { readLedgerSearch } from './ledger-search.ts'

/** What the ledger is narrowed to; it stands in the address once it is asked for. */
export const Filters = () => {
  const { language } = useTexts()
  const words = useLedgerTexts()
  const search = useSearch({ from: '/ledger' })
  const navigate = useNavigate({ from: '/ledger' })
  const [given, setGiven] = useState(search)
  const [person, setPerson] = useState<{ id: string; name: string } | null>(
    search.actor === undefined ? null : { id: search.actor, name: search.actor },
  )
  const options = (names: Readonly<Record<string, string>>) => [
    { value: '', label: words.filters.any },
    ...Object.entries(names)
      .map(([value, label]) => ({ value, label }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language)),
  ]
  const take = (field: keyof typeof given) => (event: { currentTarget: { value: string } }) =>
    setGiven({ ...given, [field]: event.currentTarget.value })
  return (
    <search>
      <form
        className={css.filters}
        onSubmit={event => {
          event.preventDefault()
          void navigate({ search: readLedgerSearch({ ...given, subject: given.subject?.trim(), actor: person?.id }) })
        }}
      >
        <NativeSelect label={words.filters.kind} value={given.kind ?? ''} onChange={take('kind')} data={options(words.kinds)} />
        <NativeSelect label={words.filters.type} value={given.type ?? ''} onChange={take('type')} data={options(words.did)} />
        <TextInput
          label={words.filters.subject}
          placeholder={words.filters.subjectHelp}
          value={given.subject ?? ''}
          maxLength={200}
          onChange={take('subject')}
          autoComplete="off"
        />
        <ChoosePerson
          id="actor"
          label={words.filters.person}
          chosen={person}
          onChoose={setPerson}
          error={undefined}
          nobody={words.filters.anybody}
        />
        <TextInput type="date" label={words.filters.from} value={given.from ?? ''} onChange={take('from')} />
        <TextInput type="date" label={words.filters.to} value={given.to ?? ''} onChange={take('to')} />
        <Button type="submit" variant="default">
          {words.filters.find}
        </Button>
        {Object.keys(search).length > 0 && (
          <Link
            to="/ledger"
            onClick={() => {
              setGiven({})
              setPerson(null)
            }}
          >
            {words.filters.clear}
          </Link>
        )}
      </form>
    </search>
  )
}
