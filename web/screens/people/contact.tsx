import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useChangeContact } from '../../data/people.ts'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'
import css from './person-page.module.css'

export const Contact = ({ contact }: { contact: string | null }) => {
  const { t } = useTexts()
  const words = t.directory.person
  const change = useChangeContact()
  const [given, setGiven] = useState(contact ?? '')
  return (
    <section>
      <h2>{words.yourContact}</h2>
      <Form
        fields={['contact']}
        error={change.error}
        onSubmit={() => change.mutate({ contact: given.trim() === '' ? null : given })}
        buttons={
          <Button type="submit" variant="default" loading={change.isPending}>
            {words.save}
          </Button>
        }
      >
        {about => (
          <TextInput
            id="contact"
            label={words.contact}
            description={words.contactHelp}
            value={given}
            onChange={event => setGiven(event.currentTarget.value)}
            error={about('contact')}
          />
        )}
      </Form>
      <p role="status" className={css.done}>
        {change.isSuccess && words.saved}
      </p>
    </section>
  )
}
