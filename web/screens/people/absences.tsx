import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PersonPage } from '../../client.generated.ts'
import { useAddAbsence, useRemoveAbsence } from '../../data/people.ts'
import { Action } from '../../parts/action.tsx'
import { Form } from '../../parts/form.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { ChoosePerson } from './choose-person.tsx'
import css from './person-page.module.css'

const empty = { firstDay: '', lastDay: '', deputy: null as { id: string; name: string } | null }

/** Days away and who stands in; whoever may see them may change them, or is an auditor and is refused. */
export const Absences = ({ person }: { person: PersonPage }) => {
  const { t, language } = useTexts()
  const words = t.directory.person
  const add = useAddAbsence()
  const remove = useRemoveAbsence()
  const [given, setGiven] = useState(empty)
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  const { absences } = person
  if (absences === undefined) return null
  return (
    <section>
      <h2>{words.away}</h2>
      {remove.error && <Trouble title={words.away} error={remove.error} retry={() => remove.reset()} />}
      {absences.length === 0 ? (
        <p>{words.noAway}</p>
      ) : (
        <ul className={css.days}>
          {absences.map(({ id, firstDay, lastDay, deputy }) => (
            <li key={id}>
              <span>
                {words.awayLine(day(firstDay, language), day(lastDay, language))}, {deputy ? words.deputy(deputy.name) : words.noDeputy}
              </span>
              <Action aria-label={words.removeAwayOf(day(firstDay, language))} onClick={() => remove.mutate({ absence: id })}>
                {words.removeAway}
              </Action>
            </li>
          ))}
        </ul>
      )}
      <Form
        fields={['firstDay', 'lastDay', 'deputy']}
        error={add.error}
        onSubmit={() =>
          add.mutate(
            { person: person.id, firstDay: given.firstDay, lastDay: given.lastDay, deputy: given.deputy?.id ?? null, requestId },
            {
              onSuccess: () => {
                setGiven(empty)
                setRequestId(crypto.randomUUID())
              },
            },
          )
        }
        buttons={
          <Button type="submit" variant="default" loading={add.isPending}>
            {words.addAway}
          </Button>
        }
      >
        {about => (
          <>
            <TextInput
              id="firstDay"
              type="date"
              label={words.firstDay}
              value={given.firstDay}
              onChange={event => setGiven({ ...given, firstDay: event.currentTarget.value })}
              error={about('firstDay')}
            />
            <TextInput
              id="lastDay"
              type="date"
              label={words.lastDay}
              value={given.lastDay}
              onChange={event => setGiven({ ...given, lastDay: event.currentTarget.value })}
              error={about('lastDay')}
            />
            <ChoosePerson
              id="deputy"
              label={words.deputyLabel}
              chosen={given.deputy}
              onChoose={deputy => setGiven({ ...given, deputy })}
              error={about('deputy')}
            />
          </>
        )}
      </Form>
    </section>
  )
}
