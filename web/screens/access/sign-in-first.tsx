import { lazy, Suspense } from 'react'
import { useMe } from '../../data/me.ts'
import { useTexts } from '../../texts/language.tsx'
import { PersonaList } from './persona-list.tsx'
import css from './sign-in-first.module.css'

/** The demo has no passwords, so who looks around there doesn't load it. */
const SignInForm = lazy(async () => ({ default: (await import('./sign-in-form.tsx')).SignInForm }))

/** Asks who is speaking, in the place of what needs a name; whatever was typed stays. In the demo one chooses. */
export const SignInFirst = ({ title, lead }: { title?: string; lead: string }) => {
  const { t } = useTexts()
  const { data: me } = useMe()
  return (
    <div className={css.wrap}>
      <h1 tabIndex={-1}>{title ?? (me?.demo === false ? t.access.signIn.title : t.trouble.signInTitle)}</h1>
      <p>{lead}</p>
      {me?.demo === false ? (
        <div className={css.form}>
          <Suspense>
            <SignInForm />
          </Suspense>
          <p>{t.access.signIn.lost}</p>
        </div>
      ) : (
        <PersonaList />
      )}
    </div>
  )
}
