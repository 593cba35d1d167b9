import type { ReactNode } from 'react'
import css from './verdict.module.css'

/** What the house answers, in the serif: only where the charter or a computation decides something for the reader. */
export const Verdict = ({ children, size = 'page' }: { children: ReactNode; size?: 'document' | 'page' | 'panel' }) =>
  size === 'panel' ? (
    <p className={css.panel}>{children}</p>
  ) : (
    <h1 className={css[size]} tabIndex={-1}>
      {children}
    </h1>
  )
