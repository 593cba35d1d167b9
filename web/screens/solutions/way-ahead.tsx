import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Solution } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import { useTexts } from '../../texts/language.tsx'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import parts from './parts.module.css'
import { sayBlockers } from './say-blocker.ts'

/** What stands before the next step on its way into use, as a list to work off. */
export const WayAhead = ({ solution }: { solution: Solution }) => {
  const { language } = useTexts()
  const words = useSolutionTexts()
  const { key, ahead, standsInTheWay, decision, you } = solution
  const { data: charter } = useCharter()
  if (ahead === null) return null
  const said = sayBlockers(standsInTheWay, { words, language, charter, decision })
  const mine = you.may.includes('edit')
  return (
    <section className={parts.part}>
      <h2>{words.way[ahead]}</h2>
      {said.length === 0 ? (
        <p className={parts.check} data-clear>
          <IconCircleCheck size={18} stroke={1.6} aria-hidden />
          <span>{ahead === 'submit' ? words.way.clearSubmit : words.way.clearLive}</span>
        </p>
      ) : (
        <ul className={parts.list}>
          {said.map(({ id, title, note, lang, fact, field }) => (
            <li key={id} className={parts.check} lang={lang}>
              <IconCircleDashed size={18} stroke={1.6} aria-hidden />
              <div>
                <p className={parts.text}>{title}</p>
                {note !== '' && <p className={parts.quiet}>{note}</p>}
                {mine && fact !== undefined && (
                  <Link to="/solutions/$key/edit" params={{ key }} hash={`fact-${fact}`}>
                    {words.way.answer}
                  </Link>
                )}
                {mine && field?.startsWith('answers.') && (
                  <Link to="/solutions/$key/edit" params={{ key }} hash="asks">
                    {words.way.answer}
                  </Link>
                )}
                {mine && field === 'benefit' && (
                  <Link to="/solutions/$key" params={{ key }} hash="benefit">
                    {words.way.toBenefit}
                  </Link>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
