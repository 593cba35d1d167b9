import { IconBooks, IconHome, IconInbox, IconMenu2, IconWand } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useMe } from '../../data/me.ts'
import { looksAtReviews } from '../../data/reviews.ts'
import { useTexts } from '../../texts/language.tsx'
import css from './tab-bar.module.css'

/** On a phone: the three places people go, by what they do here, and the rest. A wizard has its own bar down there, so this one steps aside. */
export const TabBar = ({ more }: { more: () => void }) => {
  const { t } = useTexts()
  const { pathname } = useLocation()
  const { data: me } = useMe()
  if (pathname === '/check') return null
  return (
    <nav aria-label={t.shell.navigation} className={css.bar}>
      <Link to="/" activeOptions={{ exact: true }} activeProps={{ 'data-here': true }}>
        <IconHome size={20} stroke={1.6} aria-hidden />
        {t.shell.home}
      </Link>
      {looksAtReviews(me?.person) ? (
        <Link to="/reviews" activeOptions={{ includeSearch: false }} activeProps={{ 'data-here': true }}>
          <IconInbox size={20} stroke={1.6} aria-hidden />
          {t.shell.queue}
        </Link>
      ) : (
        <Link to="/check" activeProps={{ 'data-here': true }}>
          <IconWand size={20} stroke={1.6} aria-hidden />
          {t.check.short}
        </Link>
      )}
      <Link to="/solutions" activeProps={{ 'data-here': true }}>
        <IconBooks size={20} stroke={1.6} aria-hidden />
        {t.solutions.name}
      </Link>
      <button type="button" onClick={more}>
        <IconMenu2 size={20} stroke={1.6} aria-hidden />
        {t.shell.more}
      </button>
    </nav>
  )
}
