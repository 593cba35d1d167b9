import { IconAlertTriangle, IconHandStop } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Solution } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { readsStops } from '../../data/stops.ts'
import { Note } from '../../parts/note.tsx'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import { useStopsTexts } from '../../texts/stops/use.ts'
import { isStopKind } from './kinds.ts'

/** What stops a solution together with others, why, and that there are incidents about it; more for those who read them. */
export const StopsOfSolution = ({ stops, incidents }: Pick<Solution, 'stops' | 'incidents'>) => {
  const { language } = useTexts()
  const words = useStopsTexts().onSolution
  const { data: me } = useMe()
  const reads = readsStops(me?.person)
  return (
    <>
      {stops.map(({ key, kind, because, startedAt }) => (
        <Note
          key={key}
          tone="due"
          icon={IconHandStop}
          title={words.title[isStopKind(kind) ? kind : 'solution']}
          action={
            reads && (
              <Link to="/stops/$stop" params={{ stop: key }}>
                {key}
              </Link>
            )
          }
        >
          {because} ({key}, {words.since(moment(startedAt, language))}) {words.until}
        </Note>
      ))}
      {incidents
        .filter(({ state }) => state !== 'closed')
        .map(({ key, noticedAt }) => (
          <Note
            key={key}
            icon={IconAlertTriangle}
            title={words.incident(key, moment(noticedAt, language))}
            action={
              reads && (
                <Link to="/incidents/$incident" params={{ incident: key }}>
                  {key}
                </Link>
              )
            }
          >
            {words.incidentText}
          </Note>
        ))}
    </>
  )
}
