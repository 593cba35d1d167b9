import type { Solution } from '../../client.generated.ts'
import { useToldTexts } from '../../texts/findings/use-told.ts'
import { FindingList } from './finding-list.tsx'
import css from './findings.module.css'

/** What is not as the charter wants it about one solution. */
export const FindingsOfSolution = ({ solution: { id, key, name, findings } }: { solution: Solution }) => {
  const words = useToldTexts()
  const subject = { kind: 'solution', id, key, name } as const
  return (
    <section className={css.ofSolution}>
      <h2>{words.ofSolution}</h2>
      <FindingList findings={findings.map(finding => ({ ...finding, subject, clearedAt: null }))} />
    </section>
  )
}
