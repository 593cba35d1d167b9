import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Note } from '../../parts/note.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'

/** In the place of a page that one's roles don't show: whose it is, and where one's own stands. */
export const ForReviewers = () => {
  const { t } = useTexts()
  const words = useReviewTexts()
  return (
    <Note heading empty icon={IconLock} title={words.refused.title} action={<Link to="/solutions">{t.solution.toList}</Link>}>
      {words.refused.text}
    </Note>
  )
}
