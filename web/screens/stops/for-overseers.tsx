import { IconLock } from '@tabler/icons-react'
import { Note } from '../../parts/note.tsx'
import { useStopsTexts } from '../../texts/stops/use.ts'

/** Shown to whoever may not read stops, in the place of the page. */
export const ForOverseers = () => {
  const words = useStopsTexts()
  return (
    <Note heading icon={IconLock} title={words.notYours}>
      {words.notYoursText}
    </Note>
  )
}
