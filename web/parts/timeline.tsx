import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './timeline.module.css'

/** What happened, newest first; each with who, when and its place in the ledger. */
export const Timeline = ({ children }: { children: ReactNode }) => <ol>{children}</ol>

export const TimelineEntry = ({ icon: Icon, title, children }: { icon: TablerIcon; title: ReactNode; children: ReactNode }) => (
  <li className={css.entry}>
    <span className={css.dot}>
      <Icon size={15} stroke={1.6} aria-hidden />
    </span>
    <div className={css.body}>
      <p className={css.title}>{title}</p>
      <div className={css.note}>{children}</div>
    </div>
  </li>
)
