import type { ReactNode } from 'react'
import css from './page-head.module.css'

interface PageHeadProps {
  /** The page's heading: what stands here, counted where it is a list. */
  title: string
  /** Where one goes from here, at the right end. */
  ways?: ReactNode
  /** Paragraphs below the heading. */
  children?: ReactNode
}

/** What a page says first. */
export const PageHead = ({ title, ways, children }: PageHeadProps) => (
  <div className={css.head}>
    <div>
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </div>
    {ways ? <div className={css.ways}>{ways}</div> : null}
  </div>
)
