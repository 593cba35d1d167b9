import { IconLock } from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ApiProblem, type Person } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useEndpointsTexts } from '../../texts/endpoints/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { SignInFirst } from '../access/sign-in-first.tsx'

interface FramedProps {
  title: string
  crumbs?: readonly { label: string; to?: NonNullable<LinkProps['to']> }[]
  error: Error | null
  retry: () => void
  /** What stands there once it was answered; null until then. */
  children: (person: Person) => ReactNode
}

/** What every page of endpoints says while it has nothing to show: signed out, loading, refused, failed. */
export const Framed = ({ title, crumbs = [], error, retry, children }: FramedProps) => {
  const { t } = useTexts()
  const words = useEndpointsTexts()
  const { data: me } = useMe()
  const shown = me?.person ? children(me.person) : null
  return (
    <Page title={title} crumbs={[{ label: t.shell.admin }, ...crumbs]}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : shown !== null ? (
          shown
        ) : error === null ? (
          <SkeletonRows rows={8} busy={t.loading} title={title} />
        ) : error instanceof ApiProblem && error.status === 403 ? (
          <Note heading empty icon={IconLock} title={words.refused}>
            {words.refusedText}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={error} retry={retry} />
        )}
      </Sheet>
    </Page>
  )
}
