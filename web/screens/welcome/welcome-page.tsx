import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useMe } from '../../data/me.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useTexts } from '../../texts/language.tsx'
import { PersonaList } from '../access/persona-list.tsx'
import { AwaitSetUp, Start } from './start.tsx'
import css from './welcome-page.module.css'

/** Needed once in the life of an installation, so nobody else loads it. */
const SecondAdministrator = lazy(async () => ({ default: (await import('./second-administrator.tsx')).SecondAdministrator }))

/** Only for those who are signed in: a first visit does not load it. */
const Home = lazy(async () => ({ default: (await import('../home/home.tsx')).Home }))

/** The first page: what this is, the one thing to do, and who is asking; before all that, how to begin. */
export const WelcomePage = () => {
  const { t } = useTexts()
  const { data: me } = useMe()
  return (
    <Page title={t.shell.home} crumbs={[{ label: t.shell.home }]} step={me?.stage}>
      <Sheet>{me?.stage === 'choose' ? <Start /> : me?.stage === 'set-up' ? <AwaitSetUp /> : <Welcome />}</Sheet>
    </Page>
  )
}

const Welcome = () => {
  const { t } = useTexts()
  const { data: me } = useMe()
  const needed = me?.needs.includes('second-administrator') === true
  // Stays once it was there: the link that it made is shown this once.
  const [founding, setFounding] = useState(needed)
  if (needed && !founding) setFounding(true)
  const navigate = useNavigate()
  return (
    <>
      <Suspense>
        {founding && <SecondAdministrator />}
        {me?.person ? <Home person={me.person} founding={founding} /> : <Hero demo={me?.demo} />}
      </Suspense>
      {me?.demo === true && (
        <section className={css.people}>
          <h2>{t.welcome.lookAround}</h2>
          <p>{t.welcome.lookAroundNote(me.company)}</p>
          <PersonaList onChosen={() => void navigate({ to: '/solutions' })} />
        </section>
      )}
    </>
  )
}

/** For a stranger: what this is, and the one thing to do. */
const Hero = ({ demo }: { demo: boolean | undefined }) => {
  const { t } = useTexts()
  return (
    <div className={css.hero}>
      <h1 tabIndex={-1}>{t.welcome.title}</h1>
      <p>{t.welcome.what}</p>
      <div className={css.act}>
        <ButtonLink to="/check" size="lg">
          {t.welcome.check}
        </ButtonLink>
        {demo === false ? <Link to="/sign-in">{t.shell.signIn}</Link> : <span>{t.welcome.checkNote}</span>}
      </div>
    </div>
  )
}
