import { useMyFindings } from '../../data/findings.ts'
import { useToldTexts } from '../../texts/findings/use-told.ts'
import { FindingList } from './finding-list.tsx'
import css from './findings.module.css'

/** What is open about one's own solutions, with what to do about it. */
export const OwnFindings = ({ solutions }: { solutions: readonly string[] }) => {
  const words = useToldTexts()
  const { data } = useMyFindings()
  const findings = data?.own.filter(({ subject: { kind, key } }) => kind === 'solution' && solutions.includes(key)) ?? []
  if (findings.length === 0) return null
  return (
    <section className={css.ofSolution}>
      <h2>{words.ofSolution}</h2>
      <FindingList findings={findings} named />
    </section>
  )
}
