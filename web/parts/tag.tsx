import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './tag.module.css'

export type Tone = 'quiet' | 'ok' | 'due' | 'late' | 'outline'

/** A state in an icon and a word. Healthy is quiet: colour only where something is approved, due or late. */
export const Tag = ({ icon: Icon, tone = 'quiet', children }: { icon: TablerIcon; tone?: Tone; children: ReactNode }) => (
  <span className={css.tag} data-tone={tone}>
    <Icon size={14} stroke={1.6} aria-hidden />
    {children}
  </span>
)
