import { IconUser, IconUsersGroup } from '@tabler/icons-react'
import { Avatar } from '../../parts/avatar.tsx'
import css from './checklist.module.css'
import type { Need } from './needs.ts'

/** One list with who does what, so that "you" stands out. */
export const Checklist = ({ needs }: { needs: readonly Need[] }) => (
  <ul className={css.list}>
    {needs.map(({ id, title, note, who, when }) => (
      <li key={id}>
        <span className={css.circle} aria-hidden="true" />
        <div className={css.what}>
          <b>{title}</b>
          {note !== '' && <span>{note}</span>}
        </div>
        <span className={css.who}>
          {who.person === null ? <Badge own={who.own} /> : <Avatar name={who.person} own={who.own} />}
          {who.label}
        </span>
        <span className={css.when}>{when}</span>
      </li>
    ))}
  </ul>
)

const Badge = ({ own }: { own: boolean }) => (
  <span className={css.badge} data-own={own || undefined}>
    {own ? <IconUser size={14} stroke={1.6} aria-hidden /> : <IconUsersGroup size={14} stroke={1.6} aria-hidden />}
  </span>
)
