import { Link } from '@tanstack/react-router'
import { IconAlertTriangle, IconArrowBackUp, IconBan, IconHourglass, IconTestPipe, IconUserOff } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import type { Solution } from '../../client.generated.ts'
import { timeThere } from '../../data/server-time.ts'
import { Note } from '../../parts/note.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import parts from './parts.module.css'

const StopsOfSolution = lazy(async () => ({ default: (await import('../stops/of-solution.tsx')).StopsOfSolution }))
const StoppedByRule = lazy(async () => ({ default: (await import('../findings/stopped-by-rule.tsx')).StoppedByRule }))

/** What is out of the ordinary with it: stopped, ended, without an owner, changing, or in the sandbox. */
export const Stands = ({
  solution: { key, stopped, retired, turnedDown, standing, owner, changing, sandboxUntil, stops, incidents },
}: {
  solution: Solution
}) => {
  const { language } = useTexts()
  const words = useSolutionTexts()
  const open = sandboxUntil !== null && Date.parse(sandboxUntil) > Date.parse(timeThere())
  return (
    <div className={parts.notes}>
      {stopped && stopped.rule !== null && (
        <Suspense>
          <StoppedByRule solution={key} rule={stopped.rule} at={stopped.at} />
        </Suspense>
      )}
      <Suspense>{stops.length + incidents.length > 0 && <StopsOfSolution stops={stops} incidents={incidents} />}</Suspense>
      {stopped && stopped.rule === null && stops.every(({ key }) => key !== stopped.stop) && (
        <Note tone="due" icon={IconAlertTriangle} title={words.stoppedBy(stopped.by.name, day(stopped.at, language))}>
          {(stopped.rule !== null && words.stoppedByRule[stopped.rule]) || stopped.because}
        </Note>
      )}
      {turnedDown && (
        <Note
          tone="due"
          icon={IconArrowBackUp}
          title={words.turnedDown[turnedDown.decision](turnedDown.by.name, day(turnedDown.at, language))}
          action={
            <Link to="/reviews/$review" params={{ review: turnedDown.review }}>
              {words.review.open} ({turnedDown.review})
            </Link>
          }
        >
          {turnedDown.reason}
        </Note>
      )}
      {retired && (
        <Note icon={IconBan} title={words.retiredBy(retired.by.name, day(retired.at, language))}>
          {retired.because} {words.undoUntil(day(retired.undoUntil, language))}
        </Note>
      )}
      {standing.ownerGoneSince !== null && (
        <Note tone="due" icon={IconUserOff} title={words.ownerGone(owner.name)}>
          {words.ownerGoneText}
        </Note>
      )}
      {changing && (
        <Note icon={IconHourglass} title={words.head.changing}>
          {words.head.changingText}
        </Note>
      )}
      {open && <Note icon={IconTestPipe} title={words.head.sandbox(day(sandboxUntil, language))} />}
    </div>
  )
}
