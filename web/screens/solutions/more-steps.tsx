import type { Solution } from '../../client.generated.ts'
import type { AskedAct } from '../../data/acts.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { ActButton } from './act-button.tsx'
import parts from './parts.module.css'

/** Everything else that the reader may do with it, each with what follows from it. */
export const MoreSteps = ({ solution, onAsk }: { solution: Solution; onAsk: (act: AskedAct) => void }) => {
  const words = useSolutionTexts()
  const follows: Readonly<Record<string, string>> = words.steps.follows
  const shown = solution.you.may.filter(act => act !== solution.you.next && act !== 'edit' && follows[act] !== undefined)
  if (shown.length === 0) return null
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
      </ul>
    </section>
  )
}
