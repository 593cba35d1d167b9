import type { ReactNode } from 'react'
import css from './fold.module.css'

/** Something that few need, one step away. */
export const Fold = ({ title, children, onOpen }: { title: string; children: ReactNode; onOpen?: () => void }) => (
  <details className={css.fold} onToggle={onOpen}>
    <summary>{title}</summary>
    <div className={css.body}>{children}</div>
  </details>
)
