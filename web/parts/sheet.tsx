import type { ReactNode } from 'react'
import css from './sheet.module.css'

/** The margins of a page: full for objects and lists, a reading measure for texts and short forms. */
export const Sheet = ({ children, width = 'full' }: { children: ReactNode; width?: 'full' | 'reading' }) => (
  <div className={css.sheet} data-width={width}>
    {children}
  </div>
)
