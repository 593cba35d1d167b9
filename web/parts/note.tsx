import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './note.module.css'

interface NoteProps {
  title: string
  icon?: TablerIcon
  /** `due`: something failed and can be tried again; `plain`: it is as it should be. */
  tone?: 'plain' | 'due'
  /** Dashed where nothing is there yet; solid where something stands in the way. */
  empty?: boolean
  /** The note is all there is on the page, so its title is the page's heading. */
  heading?: boolean
  children?: ReactNode
  action?: ReactNode
}

/** What happened, why, and one way on: for empty lists, failed parts and missing permission. */
export const Note = ({ title, icon: Icon, tone = 'plain', empty = false, heading = false, children, action }: NoteProps) => {
  const Title = heading ? 'h1' : 'p'
  return (
    <div className={css.note} data-empty={empty || undefined} data-tone={tone}>
      <Title className={css.title}>
        {Icon && <Icon size={16} stroke={1.6} aria-hidden />}
        {title}
      </Title>
      {children && <div className={css.text}>{children}</div>}
      {action && <div className={css.action}>{action}</div>}
    </div>
  )
}
