import { IconAlertCircle, IconAlertTriangle, IconPoint } from '@tabler/icons-react'
import type { Finding } from '../../client.generated.ts'
import { Tag } from '../../parts/tag.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day, exactly, shortDay } from '../../texts/moments.ts'
import { useToldTexts } from '../../texts/findings/use-told.ts'
import css from './findings.module.css'

const shapes = {
  high: { icon: IconAlertTriangle, tone: 'late' },
  medium: { icon: IconAlertCircle, tone: 'due' },
  low: { icon: IconPoint, tone: 'quiet' },
} as const

/** Icon and word; the colour only repeats them. */
export const Severity = ({ severity }: Pick<Finding, 'severity'>) => {
  const words = useToldTexts()
  const { icon, tone } = shapes[severity]
  return (
    <span className={css.severity}>
      <Tag icon={icon} tone={tone}>
        {words.severities[severity]}
      </Tag>
    </span>
  )
}

type DueFinding = Pick<Finding, 'state' | 'dueAt' | 'late' | 'snoozed' | 'clearedAt'>

/** By when it has to be settled, or until when it is put off, or since when it is over. */
export const Due = ({ finding: { state, dueAt, late, snoozed, clearedAt } }: { finding: DueFinding }) => {
  const { language } = useTexts()
  const words = useToldTexts()
  const at = state === 'cleared' && clearedAt !== null ? clearedAt : snoozed !== null && state === 'snoozed' ? snoozed.until : dueAt
  if (state === 'open' && late)
    return (
      <span className={css.severity}>
        <Tag icon={IconAlertTriangle} tone="late">
          {words.late(shortDay(at, language))}
        </Tag>
      </span>
    )
  const said = state === 'cleared' ? words.clearedOn : state === 'snoozed' ? words.until : words.by
  return (
    <time dateTime={at} title={exactly(at, language)}>
      {said(day(at, language))}
    </time>
  )
}
