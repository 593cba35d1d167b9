import { IconAlertTriangle, IconCircleCheck, IconClock, IconClockExclamation, IconPlayerPause, type TablerIcon } from '@tabler/icons-react'
import css from './time-left.module.css'

export type Standing = 'going' | 'due-today' | 'late' | 'paused' | 'ended'

interface TimeLeftProps {
  standing: Standing
  /** The time in words; it says everything that icon, colour and bar say. */
  words: string
  /** The exact moment, for those who hover. */
  title: string
  /** What is left of the whole, 0 to 1; a broken promise fills the bar. Left out, there is no bar. */
  share?: number
}

const icons: Record<Standing, TablerIcon> = {
  going: IconClock,
  'due-today': IconClockExclamation,
  late: IconAlertTriangle,
  paused: IconPlayerPause,
  ended: IconCircleCheck,
}

/** A clock in working time: icon, words, then a thin bar on one scale. */
export const TimeLeft = ({ standing, words, title, share }: TimeLeftProps) => {
  const Icon = icons[standing]
  return (
    <span className={css.clock} data-standing={standing} title={title}>
      <Icon size={15} stroke={1.6} aria-hidden />
      <span className={css.words}>{words}</span>
      {share !== undefined && (
        <svg className={css.bar} viewBox="0 0 56 4" width="56" height="4" aria-hidden="true">
          <rect className={css.whole} width="56" height="4" rx="2" />
          <rect className={css.part} width={Math.max(2, 56 * Math.min(1, Math.max(0, share)))} height="4" rx="2" />
        </svg>
      )}
    </span>
  )
}
