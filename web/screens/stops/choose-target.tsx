import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useUnits } from '../../data/people.ts'
import { useSearchEverything } from '../../data/search.ts'
import type { Target } from '../../data/stops.ts'
import { Action } from '../../parts/action.tsx'
import { useStopsTexts } from '../../texts/stops/use.ts'
import css from './stops.module.css'

const MOST = 8

/** One thing by typing the beginning of its name: what the search finds, and units besides. */
export const ChooseTarget = ({ onChoose }: { onChoose: (target: Pick<Target, 'kind' | 'target'>) => void }) => {
  const words = useStopsTexts()
  const [q, setQ] = useState('')
  const { found, waits } = useSearchEverything(q, true)
  const units = useUnits(undefined, q.trim().length > 1)
  const typed = q.trim().toLowerCase()
  const named = (units.data?.units ?? []).filter(({ name }) => name.toLowerCase().includes(typed)).slice(0, MOST)
  const choices = [
    ...found.flatMap(({ kind, id, name }) => (kind === 'solution' || kind === 'tool' ? [{ kind, id, name }] : [])),
    ...named.map(({ id, name }) => ({ kind: 'unit' as const, id, name })),
  ]
  return (
    <search className={css.form}>
      <TextInput
        id="target"
        type="search"
        size="md"
        label={words.start.search}
        description={words.start.searchHelp}
        autoComplete="off"
        maxLength={100}
        value={q}
        onChange={event => setQ(event.currentTarget.value)}
      />
      {typed.length > 1 && (
        <ul className={css.found} aria-label={words.start.found}>
          {choices.map(({ kind, id, name }) => (
            <li key={`${kind} ${id}`}>
              <Action onClick={() => onChoose({ kind, target: id })}>{name}</Action>{' '}
              <small>
                {words.kinds[kind]}
                {kind === 'solution' && ` ${id}`}
              </small>
            </li>
          ))}
          {choices.length === 0 && !waits && <li>{words.start.nothing}</li>}
        </ul>
      )}
    </search>
  )
}
