import { Burger } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Wordmark } from '../../parts/symbol.tsx'
import { DemoTag } from '../../parts/demo-tag.tsx'
import { FindButton } from '../../parts/find-button.tsx'
import { useTexts } from '../../texts/language.tsx'
import { Account } from './account.tsx'
import { Finder } from './finder.tsx'
import { useLightPaper } from './light-paper.ts'
import { Navigation } from './navigation.tsx'
import css from './shell.module.css'
import { useStaysCurrent } from './stays-current.ts'
import { TabBar } from './tab-bar.tsx'

const RailDrawer = lazy(async () => ({ default: (await import('./rail-drawer.tsx')).RailDrawer }))

/** What people are sent stands without the rail, which waits behind the menu button: the charter to read, and a letter to answer. */
const readsAlone = (pathname: string): boolean => ['/charter', '/charter/guardrails', '/answer'].includes(pathname)

/** The frame around every page: a rail where there is room, else a drawer, and on a phone a bar of four. */
export const Shell = () => {
  const { t } = useTexts()
  const [shown, { open, close, toggle }] = useDisclosure(false)
  const [everShown, setEverShown] = useState(false)
  if (shown && !everShown) setEverShown(true)
  const { pathname } = useLocation()
  useLightPaper()
  useStaysCurrent()
  useEffect(close, [pathname, close])
  const rail = (
    <>
      <Navigation />
      <div className={css.foot}>
        <DemoTag place="rail" />
        <Account />
      </div>
    </>
  )
  return (
    <Finder>
      <div className={css.frame} data-rail={!readsAlone(pathname) || undefined}>
        <a href="#content" className={css.skip}>
          {t.shell.skip}
        </a>
        <aside className={css.rail}>
          <Link to="/" className={css.home}>
            <Wordmark />
          </Link>
          <FindButton place="rail" />
          {rail}
        </aside>
        <div className={css.burger}>
          <Burger size="sm" opened={shown} onClick={toggle} aria-label={t.shell.menu} />
        </div>
        {everShown && (
          <Suspense>
            <RailDrawer opened={shown} onClose={close}>
              {rail}
            </RailDrawer>
          </Suspense>
        )}
        <div className={css.page}>
          <Outlet />
        </div>
        <TabBar more={open} />
      </div>
    </Finder>
  )
}
