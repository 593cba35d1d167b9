import { IconSettings } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { useMe } from '../../data/me.ts'
import { Avatar } from '../../parts/avatar.tsx'
import { useTexts } from '../../texts/language.tsx'
import css from './account-button.module.css'

export const AccountButton = (props: ComponentProps<'button'>) => {
  const { t } = useTexts()
  const { data: me } = useMe()
  const person = me?.person ?? null
  return (
    <button type="button" {...props} className={css.person}>
      {person === null ? <IconSettings size={17} stroke={1.6} aria-hidden /> : <Avatar name={person.name} />}
      <span>
        <b>{person?.name ?? t.shell.nobody}</b>
        <small>{person?.unit ?? t.shell.preferences}</small>
      </span>
    </button>
  )
}
