import type { ReactNode } from 'react'
import css from './fact-row.module.css'

/** Label, value and what it rests on; rows of one definition list. */
export const FactRow = ({ label, children, note }: { label: string; children: ReactNode; note?: ReactNode }) => (
  <div className={css.row}>
    <dt>{label}</dt>
    <dd>
      {children}
      {note && <span className={css.note}>{note}</span>}
    </dd>
  </div>
)

export const FactList = ({ children }: { children: ReactNode }) => <dl className={css.list}>{children}</dl>
