import { IconArrowBackUp, IconBan, IconCircleCheck, IconClock, IconClockOff } from '@tabler/icons-react'
import type { ContentLine } from '../../client.generated.ts'
import { Tag } from '../../parts/tag.tsx'
import { useContentTexts } from '../../texts/human-review/use.ts'

const icons = {
  waiting: IconClock,
  approved: IconCircleCheck,
  rejected: IconBan,
  expired: IconClockOff,
  withdrawn: IconArrowBackUp,
}

export const VerdictTag = ({ content: { verdict, edited } }: { content: ContentLine }) => {
  const words = useContentTexts()
  return (
    <Tag icon={icons[verdict]} tone={verdict === 'approved' ? 'ok' : verdict === 'expired' ? 'due' : 'quiet'}>
      {edited ? words.edited : words.verdicts[verdict]}
    </Tag>
  )
}
