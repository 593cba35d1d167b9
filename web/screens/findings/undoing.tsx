import { Link } from '@tanstack/react-router'
import type { EffectsUndoing } from '../../client.generated.ts'
import { useFindingsTexts } from '../../texts/findings/use.ts'
import css from './findings.module.css'

type Undoing = Pick<EffectsUndoing, 'solutions' | 'total'>

/** The kind of a proposal settles the shape of its details; the client only knows that they are something. */
const isUndoing = (details: unknown): details is Undoing =>
  typeof details === 'object' && details !== null && 'solutions' in details && Array.isArray(details.solutions) && 'total' in details

/** For the second person: each solution that would run again, and which stay as they are, by name. */
export const Undoing = ({ details }: { details: unknown }) => {
  const words = useFindingsTexts()
  if (!isUndoing(details)) return null
  const { solutions, total } = details
  return (
    <section className={css.part}>
      <ul className={css.list}>
        {solutions.map(({ effect, key, name, kept }) => (
          <li key={effect}>
            <span className={css.subject}>
              <Link to="/solutions/$key" params={{ key }}>
                {name}
              </Link>
              <small>{key}</small>
            </span>
            <span className={css.quiet}>{words.done.stays[kept ?? 'back']}</span>
          </li>
        ))}
      </ul>
      {total > solutions.length && <p>{words.done.andMore(total - solutions.length)}</p>}
    </section>
  )
}
