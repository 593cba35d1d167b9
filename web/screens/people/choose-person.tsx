import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { usePeopleNamed } from '../../data/people.ts'
import { Action } from '../../parts/action.tsx'
import { useTexts } from '../../texts/language.tsx'
import css from './choose-person.module.css'

interface Named {
  id: string
  name: string
}

interface ChoosePersonProps {
  id: string
  label: string
  chosen: Named | null
  onChoose: (person: Named | null) => void
  error: string | undefined
  /** What stands there while nobody is chosen. */
  nobody?: string
}

/** One of the people, by typing the beginning of their name. */
export const ChoosePerson = ({ id, label, chosen, onChoose, error, nobody }: ChoosePersonProps) => {
  const { t } = useTexts()
  const [q, setQ] = useState('')
  const found = usePeopleNamed(q)
  return (
    <div>
      <TextInput
        id={id}
        label={label}
        type="search"
        maxLength={100}
        // A name that was only typed would be lost; the form asks its fields before it sends.
        ref={field => field?.setCustomValidity(q.trim() === '' ? '' : t.directory.person.notChosen)}
        autoComplete="off"
        placeholder={chosen?.name ?? nobody ?? t.directory.person.nobody}
        value={q}
        onChange={event => setQ(event.currentTarget.value)}
        error={error}
      />
      <p role="status" className={css.chosen}>
        {chosen && (
          <>
            {chosen.name} <Action onClick={() => onChoose(null)}>{t.directory.person.removeAway}</Action>
          </>
        )}
      </p>
      {q.trim().length > 1 && found.data && (
        <ul className={css.found} aria-label={label}>
          {found.data.people.map(person => (
            <li key={person.id}>
              <Action
                onClick={() => {
                  onChoose({ id: person.id, name: person.name })
                  setQ('')
                }}
              >
                {person.name}, {person.jobTitle}
              </Action>
            </li>
          ))}
          {found.data.people.length === 0 && <li>{t.directory.people.none}</li>}
        </ul>
      )}
    </div>
  )
}
