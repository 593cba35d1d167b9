import type { ReactNode } from 'react'
import css from './fold.module.css'

/** Something that few need, one step away. */
export const Fold = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className={css.fold}>
    <summary>{title}</summary>
    <div className={css.body}>{children}</div>
  </details>
)
