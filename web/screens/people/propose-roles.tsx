import { Button, Textarea } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PersonPage } from '../../client.generated.ts'
import { useProposeRoles } from '../../data/people.ts'
import { Form } from '../../parts/form.tsx'
import { Option, Options } from '../../parts/option.tsx'
import { useTexts } from '../../texts/language.tsx'
import css from './person-page.module.css'
import { allRoles, type Role } from './roles.ts'

/** Roles take two people: one proposes here, another adopts. Who leads a unit is proposed with the unit they belong to. */
export const ProposeRoles = ({ person }: { person: PersonPage }) => {
  const { t } = useTexts()
  const words = t.directory.person
  const propose = useProposeRoles()
  const [wanted, setWanted] = useState<readonly Role[]>(person.roles)
  const [note, setNote] = useState('')
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  const own = person.unit
  const changes = allRoles
    .filter(role => wanted.includes(role) !== person.roles.includes(role))
    .map(role => ({ person: person.id, role, give: wanted.includes(role), ...(role === 'unit-lead' && own && { unit: own.id }) }))
  const offered = allRoles.filter(role => role !== 'unit-lead' || (own !== null && person.leads.every(({ id }) => id === own.id)))
  return (
    <section>
      <h2>{words.rolesTitle(person.name)}</h2>
      <Form
        fields={['changes', 'note']}
        error={propose.error}
        onSubmit={() => propose.mutate({ changes, note, requestId }, { onSuccess: () => setRequestId(crypto.randomUUID()) })}
        buttons={
          <Button type="submit" variant="default" loading={propose.isPending}>
            {words.changeRoles}
          </Button>
        }
      >
        {about => (
          <>
            <div role="group" id="changes" tabIndex={-1} aria-label={words.rolesTitle(person.name)} aria-describedby="changes-about">
              <p id="changes-about">{about('changes') ?? words.rolesText}</p>
              <Options>
                {offered.map(role => (
                  <Option
                    key={role}
                    type="checkbox"
                    name="roles"
                    value={role}
                    checked={wanted.includes(role)}
                    onChange={() => setWanted(wanted.includes(role) ? wanted.filter(each => each !== role) : [...wanted, role])}
                    label={t.directory.roles[role]}
                    note={role === 'unit-lead' ? own?.name : undefined}
                  />
                ))}
              </Options>
            </div>
            <Textarea
              id="note"
              label={words.why}
              value={note}
              onChange={event => setNote(event.currentTarget.value)}
              error={about('note')}
              rows={3}
            />
          </>
        )}
      </Form>
      <p role="status" className={css.done}>
        {propose.data && (
          <Link to="/proposals/$proposal" params={{ proposal: propose.data.id }}>
            {words.proposed}
          </Link>
        )}
      </p>
    </section>
  )
}
