import { IconAlertTriangle, IconCircleCheck, IconClock, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import type { Job } from '../../client.generated.ts'
import { Tag } from '../../parts/tag.tsx'
import { useJobsTexts } from '../../texts/jobs/use.ts'
import css from './jobs.module.css'

const shapes = {
  waiting: { icon: IconClock, tone: 'quiet' },
  running: { icon: IconPlayerPlay, tone: 'outline' },
  done: { icon: IconCircleCheck, tone: 'quiet' },
  failed: { icon: IconAlertTriangle, tone: 'late' },
  cancelled: { icon: IconPlayerStop, tone: 'quiet' },
} as const

export const JobState = ({ state }: Pick<Job, 'state'>) => {
  const words = useJobsTexts()
  const { icon, tone } = shapes[state]
  return (
    <Tag icon={icon} tone={tone}>
      {words.states[state]}
    </Tag>
  )
}

/** How far it is, in words and, where the end is known, as a bar. */
export const Progress = ({ job: { done, of, state } }: { job: Job }) => {
  const words = useJobsTexts()
  const said = words.of(done, of)
  return (
    <span className={css.progress}>
      {of !== null && of > 0 && (state === 'running' || state === 'waiting') && (
        <progress max={of} value={Math.min(done, of)} aria-label={words.columns.progress} />
      )}
      {said}
    </span>
  )
}
