import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ApiProblem } from '../../client.generated.ts'
import { useSignIn } from '../../data/access.ts'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'

/** E-mail and password; the code of a second factor is asked for once the server says that there is one. */
export const SignInForm = () => {
  const { t } = useTexts()
  const words = t.access.signIn
  const signIn = useSignIn()
  const [given, setGiven] = useState({ email: '', password: '', code: '' })
  const asksCode = signIn.error instanceof ApiProblem && signIn.error.blockers.some(({ field }) => field === 'code')
  const [coded, setCoded] = useState(false)
  if (asksCode && !coded) setCoded(true)
  return (
    <Form
      fields={['email', 'password', 'code']}
      check={() => [
        ...(given.email.trim() === '' ? [{ field: 'email', text: words.emailMissing }] : []),
        ...(given.password === '' ? [{ field: 'password', text: words.passwordMissing }] : []),
      ]}
      error={signIn.error}
      onSubmit={() => signIn.mutate({ email: given.email, password: given.password, ...(given.code !== '' && { code: given.code }) })}
      buttons={
        <Button type="submit" size="lg" loading={signIn.isPending}>
          {words.submit}
        </Button>
      }
    >
      {about => (
        <>
          <TextInput
            id="email"
            type="email"
            label={words.email}
            autoComplete="username"
            value={given.email}
            onChange={event => setGiven({ ...given, email: event.currentTarget.value })}
            error={about('email')}
          />
          <PasswordInput
            id="password"
            label={words.password}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t.access.link.show }}
            value={given.password}
            onChange={event => setGiven({ ...given, password: event.currentTarget.value })}
            error={about('password')}
          />
          {coded && (
            <TextInput
              id="code"
              label={words.code}
              description={words.codeHelp}
              autoComplete="one-time-code"
              inputMode="numeric"
              value={given.code}
              onChange={event => setGiven({ ...given, code: event.currentTarget.value })}
              error={about('code')}
            />
          )}
        </>
      )}
    </Form>
  )
}
