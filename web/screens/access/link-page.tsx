import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ShowLinkOutput } from '../../client.generated.ts'
import { ApiProblem } from '../../client.generated.ts'
import { useAcceptLink, useLink } from '../../data/access.ts'
import { Form } from '../../parts/form.tsx'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { problemsOf } from '../../parts/problems.ts'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import css from './link-page.module.css'

/** What a set-up link, an invitation or a recovery link opens. Its secret stands behind the # sign, where no server logs it. */
export const LinkPage = () => {
  const { t } = useTexts()
  // Read once: the address is cleared as soon as the link was used.
  const [secret] = useState(() => location.hash.slice(1))
  const link = useLink(secret)
  const words = t.access.link
  const title = link.data ? words[link.data.kind].title : t.access.signIn.title
  return (
    <Page title={title} crumbs={[{ label: title }]} step={link.data?.kind}>
      <Sheet width="reading">
        {secret === '' ? (
          <Note heading empty title={words.noneTitle}>
            {words.noneText}
          </Note>
        ) : link.data ? (
          <Accept secret={secret} link={link.data} />
        ) : link.error === null ? (
          <SkeletonRows rows={3} busy={t.loading} title={title} />
        ) : link.error instanceof ApiProblem && link.error.status !== 0 ? (
          <Note heading tone="due" title={words.endedTitle}>
            {problemsOf(t, link.error, [])
              .map(({ text }) => text)
              .join(' ')}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={link.error} retry={() => void link.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Accept = ({ secret, link }: { secret: string; link: ShowLinkOutput }) => {
  const { t } = useTexts()
  const words = t.access.link
  const accept = useAcceptLink()
  const navigate = useNavigate()
  const [given, setGiven] = useState({ company: '', name: '', email: '', password: '' })
  const founding = link.kind === 'set-up'
  const fields = founding ? (['company', 'name', 'email', 'password'] as const) : (['password'] as const)
  const change = (field: keyof typeof given) => (event: React.ChangeEvent<HTMLInputElement>) =>
    setGiven({ ...given, [field]: event.currentTarget.value })
  return (
    <>
      <h1 tabIndex={-1}>{words[link.kind].title}</h1>
      <p className={css.lead}>
        {link.kind === 'set-up' ? words['set-up'].lead : words[link.kind].lead(link.name ?? '', link.company ?? '')}
      </p>
      <Form
        fields={fields}
        check={() => fields.filter(field => given[field].trim() === '').map(field => ({ field, text: words.missing[field] }))}
        error={accept.error}
        onSubmit={() =>
          accept.mutate(
            { secret, password: given.password, ...(founding && { company: given.company, name: given.name, email: given.email }) },
            { onSuccess: () => void navigate({ to: '/', replace: true }) },
          )
        }
        buttons={
          <Button type="submit" size="lg" loading={accept.isPending}>
            {words[link.kind].submit}
          </Button>
        }
      >
        {about => (
          <>
            {founding && (
              <>
                <TextInput
                  id="company"
                  label={words.company}
                  description={words.companyHelp}
                  autoComplete="organization"
                  value={given.company}
                  onChange={change('company')}
                  error={about('company')}
                />
                <TextInput
                  id="name"
                  label={words.name}
                  autoComplete="name"
                  value={given.name}
                  onChange={change('name')}
                  error={about('name')}
                />
                <TextInput
                  id="email"
                  type="email"
                  label={words.email}
                  autoComplete="username"
                  value={given.email}
                  onChange={change('email')}
                  error={about('email')}
                />
              </>
            )}
            <PasswordInput
              id="password"
              label={words.password}
              description={words.passwordHelp}
              autoComplete="new-password"
              visibilityToggleButtonProps={{ 'aria-label': words.show }}
              value={given.password}
              onChange={change('password')}
              error={about('password')}
            />
          </>
        )}
      </Form>
    </>
  )
}
