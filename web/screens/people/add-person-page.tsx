import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAddPerson } from '../../data/people.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useTexts } from '../../texts/language.tsx'
import { emptyPerson, PersonForm, sendablePerson } from './person-form.tsx'

export const AddPersonPage = () => {
  const { t } = useTexts()
  const words = t.directory.people
  const add = useAddPerson()
  const navigate = useNavigate()
  const [person, setPerson] = useState(emptyPerson)
  const [requestId] = useState(() => crypto.randomUUID())
  return (
    <Page title={words.add} crumbs={[{ label: t.shell.admin }, { label: words.name, to: '/people' }, { label: words.add }]}>
      <Sheet width="reading">
        <h1 tabIndex={-1}>{words.add}</h1>
        <PersonForm
          person={person}
          onChange={setPerson}
          error={add.error}
          onSubmit={() =>
            add.mutate(
              { ...sendablePerson(person), requestId },
              { onSuccess: ({ id }) => void navigate({ to: '/people/$person', params: { person: id } }) },
            )
          }
        >
          <Button type="submit" loading={add.isPending}>
            {words.add}
          </Button>
          <ButtonLink to="/people" variant="default">
            {t.edit.cancel}
          </ButtonLink>
        </PersonForm>
      </Sheet>
    </Page>
  )
}
