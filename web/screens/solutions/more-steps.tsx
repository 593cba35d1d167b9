import type { Solution } from '../../client.generated.ts'
import type { AskedAct } from '../../data/acts.ts'
import { useMe } from '../../data/me.ts'
import { stopsThings } from '../../data/stops.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { ActButton } from './act-button.tsx'
import parts from './parts.module.css'

/** Everything else that the reader may do with it, each with what follows from it. */
export const MoreSteps = ({ solution, onAsk }: { solution: Solution; onAsk: (act: AskedAct) => void }) => {
  const words = useSolutionTexts()
  const follows: Readonly<Record<string, string>> = words.steps.follows
  const shown = solution.you.may.filter(act => act !== solution.you.next && act !== 'edit' && follows[act] !== undefined)
  const { data: me } = useMe()
  const stops = stopsThings(me?.person) && solution.state !== 'retired'
  if (shown.length === 0 && !stops) return null
  return (
    <section className={`${parts.part} ${parts.screen}`}>
      <h2>{words.steps.title}</h2>
      <ul className={parts.list}>
        {shown.map(act => (
          <li key={act} className={parts.head}>
            <p className={parts.step}>{follows[act]}</p>
            <ActButton solution={solution} act={act} onAsk={onAsk} />
          </li>
        ))}
        {stops && (
          <li className={parts.head}>
            <p className={parts.step}>{words.steps.stopForAll}</p>
            <ButtonLink to="/stop" search={{ kind: 'solution', target: solution.key }} variant="default">
              {words.steps.stopNow}
            </ButtonLink>
          </li>
        )}
      </ul>
    </section>
  )
}
