import { IconCircleCheck, IconCircleX, IconClockPause, IconHourglass, IconArrowBackUp } from '@tabler/icons-react'
import type { ListProposalsOutput } from '../../client.generated.ts'
import { Tag } from '../../parts/tag.tsx'
import { useTexts } from '../../texts/language.tsx'

type State = ListProposalsOutput['proposals'][number]['state']

const icons = {
  open: IconHourglass,
  adopted: IconCircleCheck,
  declined: IconCircleX,
  withdrawn: IconArrowBackUp,
  expired: IconClockPause,
} satisfies Record<State, unknown>

export const ProposalState = ({ state }: { state: State }) => {
  const { t } = useTexts()
  return (
    <Tag icon={icons[state]} tone={state === 'adopted' ? 'ok' : state === 'open' ? 'due' : 'quiet'}>
      {t.access.proposals.states[state]}
    </Tag>
  )
}
