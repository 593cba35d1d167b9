import type { PreviewToolChangeInput, PreviewToolChangeOutput } from '../../client.generated.ts'
import { useSettled } from '../../data/settled.ts'
import { useToolChangeCost } from '../../data/tools.ts'
import { Note } from '../../parts/note.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { useChangeTexts } from '../../texts/tools/change.ts'
import type { DataClasses } from './change-words.ts'
import css from './tool-page.module.css'

/** What a change of a tool comes to, before it is saved. */
export const ChangeCost = ({ change, dataClasses }: { change: PreviewToolChangeInput; dataClasses: DataClasses }) => {
  const { language } = useTexts()
  const { costs: words } = useChangeTexts()
  const settled = useSettled(JSON.stringify(change))
  const complete = [change.name, change.help, change.vendor].every(text => text.trim() !== '')
  const { data, error, refetch } = useToolChangeCost(change, complete && settled === JSON.stringify(change))
  return (
    <section aria-live="polite" className={css.part}>
      <h2>{words.title}</h2>
      {!complete && <p>{words.incomplete}</p>}
      {complete && error && <Trouble title={words.title} error={error} retry={() => void refetch()} />}
      {complete && data && !error && (
        <Note title={data.does === 'review' ? words.review(data.dueAt === null ? '' : day(data.dueAt, language)) : words[data.does]}>
          <p>{words.solutions(data.solutions)}</p>
          <Parts title={words.opens} parts={data.opens} dataClasses={dataClasses} />
          <Parts title={words.closes} parts={data.closes} dataClasses={dataClasses} />
        </Note>
      )}
    </section>
  )
}

interface PartsProps {
  title: string
  parts: PreviewToolChangeOutput['opens']
  dataClasses: DataClasses
}

const Parts = ({ title, parts, dataClasses }: PartsProps) => {
  const { costs: words } = useChangeTexts()
  const known: Readonly<Record<string, string>> = words.parts
  if (parts.length === 0) return null
  return (
    <ul>
      {parts.map(({ what, which }) => (
        <li key={`${what} ${which ?? ''}`}>
          {title}: {known[what] ?? what}
          {which !== null && ` (${dataClasses.find(({ id }) => id === which)?.name ?? which})`}
        </li>
      ))}
    </ul>
  )
}
