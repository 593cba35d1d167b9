import { useFindingsOf } from '../../data/findings.ts'
import { useFindingsTexts } from '../../texts/findings/use.ts'
import { FindingList } from './finding-list.tsx'
import css from './findings.module.css'

/** What is not as the charter wants it about one solution; nothing where all is well. */
export const FindingsOfSolution = ({ solution }: { solution: string }) => {
  const words = useFindingsTexts()
  const { data } = useFindingsOf(solution)
  if (data === undefined || data.findings.length === 0) return null
  return (
    <section className={css.ofSolution}>
      <h2>{words.ofSolution}</h2>
      <FindingList findings={data.findings} />
    </section>
  )
}
