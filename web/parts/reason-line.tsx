import { IconScale } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './reason-line.module.css'

/** The last line of every answer: which rules of which charter decided it. */
export const ReasonLine = ({ children }: { children: ReactNode }) => (
  <p className={css.line}>
    <IconScale size={15} stroke={1.6} aria-hidden />
    <span>{children}</span>
  </p>
)
