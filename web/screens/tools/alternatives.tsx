import { Link } from '@tanstack/react-router'
import type { ListToolsOutput } from '../../client.generated.ts'
import { useSuggestions } from '../../data/tools.ts'
import { Note } from '../../parts/note.tsx'
import { useTexts } from '../../texts/language.tsx'
import { list } from '../../texts/moments.ts'
import css from './tool-page.module.css'

interface Props extends Pick<ListToolsOutput, 'dataClasses'> {
  data: readonly string[]
  tier: number
  except: string | undefined
}

/** Approved tools for what was chosen, as soon as it is chosen. */
export const Alternatives = ({ data, tier, dataClasses, except }: Props) => {
  const { t, language } = useTexts()
  const words = t.tools.request
  const { data: found } = useSuggestions(data, tier)
  if (data.length === 0 || !found) return null
  const suggestions = found.suggestions.filter(({ id }) => id !== except)
  const whole = suggestions.filter(({ all }) => all)
  const named = (ids: readonly string[]) =>
    list(
      ids.map(id => dataClasses.find(each => each.id === id)?.name ?? id),
      language,
    )
  return (
    <div role="status">
      <Note title={whole.length > 0 ? words.alternatives : words.noAlternative}>
        {whole.length > 0 && <p>{words.alternativesText}</p>}
        <ul className={css.suggestions}>
          {(whole.length > 0 ? whole : suggestions).map(({ id, name, help, missing }) => (
            <li key={id}>
              <Link to="/tools/$tool" params={{ tool: id }}>
                {name}
              </Link>
              <small>{missing.length === 0 ? help : words.partly(named(missing))}</small>
            </li>
          ))}
        </ul>
      </Note>
    </div>
  )
}
