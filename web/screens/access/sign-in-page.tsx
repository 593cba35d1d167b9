import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMe } from '../../data/me.ts'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useTexts } from '../../texts/language.tsx'
import { SignInFirst } from './sign-in-first.tsx'

/** Signing in by itself; whoever is in already goes on to the start. */
export const SignInPage = () => {
  const { t } = useTexts()
  const { data: me } = useMe()
  const navigate = useNavigate()
  const here = me?.person != null
  useEffect(() => {
    if (here) void navigate({ to: '/', replace: true })
  }, [here, navigate])
  return (
    <Page title={t.access.signIn.title} crumbs={[{ label: t.access.signIn.title }]}>
      <Sheet width="reading">
        <SignInFirst title={t.access.signIn.title} lead={me?.demo === true ? t.welcome.lookAroundNote(me.company) : t.access.signIn.lead} />
      </Sheet>
    </Page>
  )
}
