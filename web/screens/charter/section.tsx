import type { ReactNode } from 'react'
import css from './section.module.css'

/** A part of the document under a heading of its own. */
export const Section = ({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) => (
  <section className={css.section}>
    <h2>{title}</h2>
    {lead !== undefined && <p className={css.lead}>{lead}</p>}
    {children}
  </section>
)
