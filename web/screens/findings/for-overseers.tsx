import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Note } from '../../parts/note.tsx'
import { useFindingsTexts } from '../../texts/findings/use.ts'

/** In the place of a page that one's roles don't show: whose it is, and where one's own stands. */
export const ForOverseers = () => {
  const words = useFindingsTexts()
  return (
    <Note heading empty icon={IconLock} title={words.refused} action={<Link to="/findings">{words.page.toList}</Link>}>
      {words.refusedText}
    </Note>
  )
}
