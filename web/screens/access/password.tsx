import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import type { ShowMyAccessOutput } from '../../client.generated.ts'
import { useChangePassword } from '../../data/access.ts'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import css from './my-access-page.module.css'

const empty = { current: '', next: '' }

export const Password = ({ access }: { access: ShowMyAccessOutput }) => {
  const { t, language } = useTexts()
  const words = t.access.mine
  const change = useChangePassword()
  const [given, setGiven] = useState(empty)
  return (
    <section>
      <h2>{words.password}</h2>
      {access.passwordChangedAt === null ? (
        <p>{words.noPassword}</p>
      ) : (
        <>
          <p>{words.changed(moment(access.passwordChangedAt, language))}</p>
          <Form
            fields={['current', 'next']}
            error={change.error}
            onSubmit={() => change.mutate(given, { onSuccess: () => setGiven(empty) })}
            buttons={
              <Button type="submit" variant="default" loading={change.isPending}>
                {words.change}
              </Button>
            }
          >
            {about => (
              <>
                <PasswordInput
                  id="current"
                  label={words.current}
                  autoComplete="current-password"
                  visibilityToggleButtonProps={{ 'aria-label': t.access.link.show }}
                  value={given.current}
                  onChange={event => setGiven({ ...given, current: event.currentTarget.value })}
                  error={about('current')}
                />
                <PasswordInput
                  id="next"
                  label={words.next}
                  description={t.access.link.passwordHelp}
                  autoComplete="new-password"
                  visibilityToggleButtonProps={{ 'aria-label': t.access.link.show }}
                  value={given.next}
                  onChange={event => setGiven({ ...given, next: event.currentTarget.value })}
                  error={about('next')}
                />
              </>
            )}
          </Form>
          <p role="status" className={css.done}>
            {change.isSuccess && words.changeDone}
          </p>
        </>
      )}
    </section>
  )
}
