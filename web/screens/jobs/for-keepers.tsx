import { IconLock } from '@tabler/icons-react'
import { Note } from '../../parts/note.tsx'
import { useJobsTexts } from '../../texts/jobs/use.ts'

export const ForKeepers = () => {
  const words = useJobsTexts()
  return (
    <Note heading empty icon={IconLock} title={words.refused}>
      {words.refusedText}
    </Note>
  )
}
