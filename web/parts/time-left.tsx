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
  listed?: boolean
}

const icons: Record<Standing, TablerIcon> = {
  going: IconClock,
  'due-today': IconClockExclamation,
  late: IconAlertTriangle,
  paused: IconPlayerPause,
  ended: IconCircleCheck,
}

const WIDTH = 56

/** A clock in working time: icon, words, then a thin bar on one scale. */
export const TimeLeft = ({ standing, words, title, share, listed = false }: TimeLeftProps) => {
  const Icon = icons[standing]
  return (
    <span className={css.clock} data-standing={standing} data-listed={listed || undefined} title={title}>
      <Icon size={15} stroke={1.6} aria-hidden />
      <span className={css.words}>{words}</span>
      {share !== undefined && (
        <svg className={css.bar} viewBox={`0 0 ${WIDTH} 4`} width={WIDTH} height="4" aria-hidden="true">
          <rect className={css.whole} width={WIDTH} height="4" rx="2" />
          <path className={css.part} d={`M0 2H${Math.max(2, WIDTH * Math.min(1, Math.max(0, share)))}`} />
        </svg>
      )}
    </span>
  )
}
