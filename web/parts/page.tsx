import { Link, type LinkProps } from '@tanstack/react-router'
import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react'
import { useMe } from '../data/me.ts'
import { timeThere } from '../data/server-time.ts'
import { useTexts } from '../texts/language.tsx'
import { exactly } from '../texts/moments.ts'
import { DemoTag } from './demo-tag.tsx'
import { EmergencyBanner } from './emergency-banner.tsx'
import { FindButton } from './find-button.tsx'
import css from './page.module.css'
import { Symbol, Wordmark } from './symbol.tsx'

export interface Crumb {
  label: string
  to?: LinkProps['to']
}

interface PageProps {
  /** What the window and the reader's history call this page. */
  title: string
  /** Where the thing lives, outermost first; the last one is this page. A document stands by itself and has none. */
  crumbs?: readonly Crumb[]
  /** Words and buttons at the right end of the top bar. */
  actions?: ReactNode
  /**
   * Changes when what is shown becomes another page under the same address (a wizard's next question); who looks at it counts
   * anyway. Undefined until it is known: what only becomes known moves nobody.
   */
  step?: string | undefined
  /** What this page is called on paper: a key with its version. Left out, its title; null where it has a foot of its own. */
  paper?: string | null | undefined
  children: ReactNode
}

/** False until the first page has been shown: only later pages take the focus. */
const Arrived = createContext<RefObject<boolean> | null>(null)

export const ArrivalProvider = ({ children }: { children: ReactNode }) => <Arrived value={useRef(false)}>{children}</Arrived>

const Crumbs = ({ crumbs }: { crumbs: readonly Crumb[] }) => {
  const { t } = useTexts()
  return (
    <>
      <Link to="/" className={css.symbol} aria-label={t.shell.home}>
        <Symbol size={24} />
      </Link>
      <nav aria-label={t.shell.where} className={css.crumbs}>
        <ol>
          {crumbs.map(({ label, to }, index) => (
            <li key={label} data-last={index === crumbs.length - 1 || undefined}>
              {to === undefined ? (
                <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{label}</span>
              ) : (
                <Link to={to}>{label}</Link>
              )}
            </li>
          ))}
        </ol>
      </nav>
    </>
  )
}

/** Whose document this is. */
const Masthead = () => {
  const { t } = useTexts()
  const { data: me } = useMe()
  return (
    <div className={css.masthead}>
      <Link to="/" aria-label={`Guildhall, ${t.shell.home}`}>
        <Wordmark />
      </Link>
      {me !== undefined && <span>{me.demo ? t.demoData(me.company) : me.company}</span>}
    </div>
  )
}

/** On paper only: whose it is, what it is, and as of when. */
const Paper = ({ what }: { what: string }) => {
  const { t, language } = useTexts()
  const { data: me } = useMe()
  if (me === undefined) return null
  return (
    <footer className={css.paper}>{t.printed(me.demo ? t.demoData(me.company) : me.company, what, exactly(timeThere(), language))}</footer>
  )
}

const isAnother = (before: string | undefined, now: string | undefined): boolean => before !== undefined && before !== now

/** The heading takes the focus of whoever came to another page, never of whoever went on by Tab while the rest was loading. */
const useArrival = (main: RefObject<HTMLElement | null>, step: string | undefined): void => {
  const { data: me } = useMe()
  const arrived = useContext(Arrived)
  const who = me && (me.person?.id ?? 'nobody')
  const shown = useRef<{ who: string | undefined; step: string | undefined }>(null)
  useEffect(() => {
    const before = shown.current
    shown.current = { who, step }
    if (arrived === null) return
    if (before === null ? arrived.current : isAnother(before.who, who) || isAnother(before.step, step))
      main.current?.querySelector('h1')?.focus({ preventScroll: true })
    arrived.current = true
  }, [main, arrived, who, step])
}

/** The top bar and the main area of every page; a new page's heading takes the focus so that it is announced. */
export const Page = ({ title, crumbs, actions, step, paper = title, children }: PageProps) => {
  const main = useRef<HTMLElement>(null)
  useArrival(main, step)
  useEffect(() => {
    document.title = `${title} – Guildhall`
  }, [title])
  return (
    <>
      <header>
        <div className={css.bar}>
          {crumbs === undefined ? <Masthead /> : <Crumbs crumbs={crumbs} />}
          <div className={css.actions}>{actions}</div>
          <FindButton place="bar" />
        </div>
        <DemoTag place="bar" />
        <EmergencyBanner />
      </header>
      <main ref={main} id="content" tabIndex={-1} className={css.main}>
        {children}
      </main>
      {crumbs !== undefined && paper !== null && <Paper what={paper} />}
    </>
  )
}
