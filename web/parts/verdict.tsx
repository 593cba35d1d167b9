import type { ReactNode } from 'react'
import css from './verdict.module.css'

/** What the house answers, in the serif: only where the charter or a computation decides something for the reader. */
export const Verdict = ({ children, size = 'page' }: { children: ReactNode; size?: 'page' | 'panel' }) =>
  size === 'page' ? (
    <h1 className={css.page} tabIndex={-1}>
      {children}
    </h1>
  ) : (
    <p className={css.panel}>{children}</p>
  )
