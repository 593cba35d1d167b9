import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Note } from '../../parts/note.tsx'
import { useToldTexts } from '../../texts/findings/use-told.ts'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { useSaid } from './say.ts'

/** On the page of a solution that no person stopped: which rule did, and where that can be undone. */
export const StoppedByRule = ({ solution, rule, at }: { solution: string; rule: string; at: string }) => {
  const { language } = useTexts()
  const words = useToldTexts()
  const said = useSaid(false)
  return (
    <Note
      tone="due"
      icon={IconAlertTriangle}
      title={words.stoppedByRule(day(at, language))}
      action={
        <Link to="/findings/effects" search={{ solution }}>
          {words.toStopped}
        </Link>
      }
    >
      {said.because(rule)}
    </Note>
  )
}
