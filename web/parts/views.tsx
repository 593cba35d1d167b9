import type { ReactNode } from 'react'
import css from './views.module.css'

/** The views of one list, of which one is shown. Its items are links; a `span` in one is how many there are. */
export const Views = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav aria-label={label} className={css.views}>
    <ul>{children}</ul>
  </nav>
)
