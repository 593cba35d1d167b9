import {
  IconArchive,
  IconBan,
  IconBuildingCommunity,
  IconCircleCheck,
  IconPencil,
  IconPlayerPause,
  IconSend,
  type TablerIcon,
} from '@tabler/icons-react'
import { Tag, type Tone } from '../../parts/tag.tsx'
import { useTexts } from '../../texts/language.tsx'

const looks: Readonly<Record<string, [TablerIcon, Tone]>> = {
  submitted: [IconSend, 'quiet'],
  'in-review': [IconSend, 'quiet'],
  'changes-requested': [IconPencil, 'due'],
  approved: [IconCircleCheck, 'ok'],
  active: [IconCircleCheck, 'ok'],
  suspended: [IconPlayerPause, 'late'],
  retired: [IconArchive, 'quiet'],
  refused: [IconBan, 'late'],
  referred: [IconBuildingCommunity, 'quiet'],
}

/** Where a solution stands in its life, in an icon and a word. */
export const StateTag = ({ state }: { state: string }) => {
  const { t } = useTexts()
  const [icon, tone] = looks[state] ?? [IconPencil, 'quiet']
  const words: Readonly<Record<string, string>> = t.solutions.states
  return (
    <Tag icon={icon} tone={tone}>
      {words[state] ?? state}
    </Tag>
  )
}
