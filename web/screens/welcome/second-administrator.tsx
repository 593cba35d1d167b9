import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useInviteSecondAdministrator } from '../../data/people.ts'
import { Form } from '../../parts/form.tsx'
import { HandedLink } from '../../parts/handed-link.tsx'
import { useTexts } from '../../texts/language.tsx'
import css from './welcome-page.module.css'

const fields = ['name', 'email'] as const

/** What the founder does before all else: alone, nobody here can adopt anything. */
export const SecondAdministrator = () => {
  const { t } = useTexts()
  const words = t.access.second
  const invite = useInviteSecondAdministrator()
  const [given, setGiven] = useState({ name: '', email: '' })
  return (
    <section className={css.second}>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {invite.data ? (
        <div role="status">
          <HandedLink name={given.name} {...invite.data} />
        </div>
      ) : (
        <Form
          fields={fields}
          check={() => fields.filter(field => given[field].trim() === '').map(field => ({ field, text: words.missing[field] }))}
          error={invite.error}
          onSubmit={() => invite.mutate(given)}
          buttons={
            <Button type="submit" size="lg" loading={invite.isPending}>
              {words.submit}
            </Button>
          }
        >
          {about =>
            fields.map(field => (
              <TextInput
                key={field}
                id={field}
                type={field === 'email' ? 'email' : 'text'}
                label={words[field]}
                autoComplete="off"
                value={given[field]}
                onChange={event => setGiven({ ...given, [field]: event.currentTarget.value })}
                error={about(field)}
              />
            ))
          }
        </Form>
      )}
    </section>
  )
}
