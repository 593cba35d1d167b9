import { IconArchive, IconCircleCheck, IconHourglass, IconPackage, IconX } from '@tabler/icons-react'
import type { ShowCharterVersionOutput } from '../../client.generated.ts'
import { Tag } from '../../parts/tag.tsx'
import { useCharterChangeTexts } from '../../texts/charter/use.ts'

type State = ShowCharterVersionOutput['state']

const icons = {
  shipped: IconPackage,
  proposed: IconHourglass,
  'in-force': IconCircleCheck,
  superseded: IconArchive,
  withdrawn: IconX,
} satisfies Record<State, unknown>

export const VersionState = ({ state }: { state: State }) => {
  const { states } = useCharterChangeTexts()
  return (
    <Tag icon={icons[state]} tone={state === 'in-force' ? 'ok' : state === 'proposed' ? 'due' : 'quiet'}>
      {states[state]}
    </Tag>
  )
}
