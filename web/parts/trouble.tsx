import { IconLock, IconPlugConnectedX } from '@tabler/icons-react'
import { ApiProblem } from '../client.generated.ts'
import { useTexts } from '../texts/language.tsx'
import { Action } from './action.tsx'
import { Note } from './note.tsx'

interface TroubleProps {
  title: string
  error: Error
  retry: () => void
  /** Nothing else of the page could be shown. */
  heading?: boolean
}

/** One part failed, or is not the reader's; the page stands. What the server says for people is shown, nothing else of it. */
export const Trouble = ({ title, error, retry, heading = false }: TroubleProps) => {
  const { t } = useTexts()
  const said =
    error instanceof ApiProblem && error.status !== 0 ? error.blockers.map(blocker => t.refusal(error.code, blocker))[0] : undefined
  // Who may not is told so; asking again would change nothing.
  if (error instanceof ApiProblem && error.status === 403)
    return (
      <Note heading={heading} icon={IconLock} title={t.trouble.notYours}>
        {said}
      </Note>
    )
  return (
    <div role="alert">
      <Note heading={heading} icon={IconPlugConnectedX} tone="due" title={title} action={<Action onClick={retry}>{t.tryAgain}</Action>}>
        {said ?? t.trouble.offline}
      </Note>
    </div>
  )
}
