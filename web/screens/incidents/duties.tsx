import type { Incident } from '../../client.generated.ts'
import { timeThere } from '../../data/server-time.ts'
import { useIncidentsTexts } from '../../texts/incidents/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import css from './incidents.module.css'

/** Until when the law may want somebody to be told; only where data about people are concerned. */
export const Duties = ({ incident: { duties, state } }: { incident: Incident }) => {
  const { language } = useTexts()
  const words = useIncidentsTexts().page
  if (duties.length === 0) return null
  return (
    <section className={css.part}>
      <h2>{words.duties}</h2>
      <p>{words.dutiesText}</p>
      <ul className={css.list} data-tight>
        {duties.map(({ id, dueAt }) => {
          const past = dueAt !== null && state !== 'closed' && Date.parse(dueAt) < Date.parse(timeThere())
          return (
            <li key={id}>
              <span>
                {words.duty[id]}
                <small>{words.source[id]}</small>
              </span>
              <span className={past ? css.late : undefined}>
                {dueAt === null ? words.undelayed : (past ? words.past : words.until)(moment(dueAt, language))}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
