import { useTexts } from '../texts/language.tsx'
import css from './blockers.module.css'

interface BlockersProps {
  /** The code under which the server refuses the step, where the reader's language has words for each of its reasons. */
  code?: string
  blockers: readonly { reason: string; remedy: string }[]
}

/** What the server says stands in the way, each with the way out; what has no words in the reader's language is marked as English. */
export const Blockers = ({ code, blockers }: BlockersProps) => {
  const { t } = useTexts()
  return (
    <ul className={css.list}>
      {blockers.map(({ reason, remedy }) => {
        const asSaid = `${reason} ${remedy}`
        const said = code === undefined ? asSaid : t.refusal(code, { reason, remedy })
        return (
          <li key={reason} lang={said === asSaid ? 'en' : undefined}>
            {said}
          </li>
        )
      })}
    </ul>
  )
}
