import { IconUrgent } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMe } from '../data/me.ts'
import { useTexts } from '../texts/language.tsx'
import { moment } from '../texts/moments.ts'
import css from './emergency-banner.module.css'

/** Everybody sees who acts with more than their own roles, on every page, for as long as it lasts. */
export const EmergencyBanner = () => {
  const { t, language } = useTexts()
  const { data: me } = useMe()
  if (me === undefined || me.emergencies.length === 0) return null
  return (
    <ul className={css.banner}>
      {me.emergencies.map(({ id, name, role, endsAt }) => (
        <li key={id}>
          <IconUrgent size={16} stroke={1.6} aria-hidden />
          <span>
            {t.access.emergency.banner(name, t.directory.roles[role], moment(endsAt, language))}{' '}
            <Link to="/emergency">{t.access.emergency.see}</Link>
          </span>
        </li>
      ))}
    </ul>
  )
}
