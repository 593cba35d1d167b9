import { IconAlertTriangle, IconCircleCheck, IconFlame, IconInfoCircle, IconShieldCheck, IconUrgent } from '@tabler/icons-react'
import type { IncidentMark } from '../../client.generated.ts'
import { Tag } from '../../parts/tag.tsx'
import { useIncidentsTexts } from '../../texts/incidents/use.ts'

const states = {
  open: [IconAlertTriangle, 'late'],
  contained: [IconShieldCheck, 'due'],
  closed: [IconCircleCheck, 'quiet'],
} as const

export const IncidentState = ({ state }: Pick<IncidentMark, 'state'>) => {
  const words = useIncidentsTexts()
  const [icon, tone] = states[state]
  return (
    <Tag icon={icon} tone={tone}>
      {words.states[state]}
    </Tag>
  )
}

const severities = {
  'near-miss': [IconInfoCircle, 'quiet'],
  minor: [IconInfoCircle, 'quiet'],
  serious: [IconUrgent, 'due'],
  critical: [IconFlame, 'late'],
} as const

export const IncidentSeverity = ({ severity }: Pick<IncidentMark, 'severity'>) => {
  const words = useIncidentsTexts()
  const [icon, tone] = severities[severity]
  return (
    <Tag icon={icon} tone={tone}>
      {words.severities[severity]}
    </Tag>
  )
}
