import { IconHandStop, IconHourglass, IconPlayerPlay } from '@tabler/icons-react'
import type { Stop } from '../../client.generated.ts'
import { Tag } from '../../parts/tag.tsx'
import { useStopsTexts } from '../../texts/stops/use.ts'

const looks = {
  stopping: [IconHourglass, 'late'],
  stopped: [IconHandStop, 'late'],
  lifting: [IconHourglass, 'due'],
  lifted: [IconPlayerPlay, 'quiet'],
} as const

export const StopState = ({ state }: Pick<Stop, 'state'>) => {
  const words = useStopsTexts()
  const [icon, tone] = looks[state]
  return (
    <Tag icon={icon} tone={tone}>
      {words.states[state]}
    </Tag>
  )
}
