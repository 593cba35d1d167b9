import { Link } from '@tanstack/react-router'
import type { ListReviewsOutput, Person } from '../../client.generated.ts'
import { useFindingCounts } from '../../data/findings.ts'
import { useJobs } from '../../data/jobs.ts'
import { useCheckpoint } from '../../data/ledger.ts'
import { useHomeTexts } from '../../texts/home/use.ts'
import { useTexts } from '../../texts/language.tsx'
import css from './home.module.css'

/** What one's roles look after, each in a sentence with the way there. Nobody is ranked. */
export const Beside = ({ person: { roles }, counts }: { person: Person; counts: ListReviewsOutput['counts'] | undefined }) => (
  <div className={css.beside}>
    {counts && counts.late + counts.dueToday + counts.unassigned > 0 && <Queue counts={counts} />}
    {roles.some(role => role === 'program-lead' || role === 'coe-reviewer') && <Program leads={roles.includes('program-lead')} />}
    {roles.includes('unit-lead') && !roles.includes('program-lead') && <Unit />}
    {roles.includes('administrator') && <Jobs />}
    {roles.includes('auditor') && <Ledger />}
  </div>
)

const Queue = ({ counts: { late, dueToday, unassigned } }: { counts: ListReviewsOutput['counts'] }) => {
  const { t } = useTexts()
  const words = useHomeTexts()
  return (
    <section className={css.part}>
      <h2>{t.shell.queue}</h2>
      {late > 0 && (
        <Link to="/reviews" search={{ view: 'late' }}>
          {words.reviewsLate(late)}
        </Link>
      )}
      {dueToday > 0 && (
        <Link to="/reviews" search={{ view: 'due-today' }}>
          {words.reviewsToday(dueToday)}
        </Link>
      )}
      {unassigned > 0 && (
        <Link to="/reviews" search={{ view: 'unassigned' }}>
          {words.reviewsFree(unassigned)}
        </Link>
      )}
    </section>
  )
}

/** A reviewer meets above what is found about reviews, so that only the lead is told how much is found in all. */
const Program = ({ leads }: { leads: boolean }) => {
  const words = useHomeTexts()
  const { data } = useFindingCounts(leads)
  return (
    <section className={css.part}>
      <h2>{words.program}</h2>
      {data && <p>{words.programFindings(data.high + data.medium + data.low, data.high)}</p>}
      <Link to="/findings">{words.toFindings}</Link>
      <Link to="/findings/tonight">{words.toTonight}</Link>
      {leads && <Link to="/figures">{words.toFigures}</Link>}
    </section>
  )
}

const Unit = () => {
  const words = useHomeTexts()
  const { data } = useFindingCounts()
  return (
    <section className={css.part}>
      <h2>{words.unit}</h2>
      {data && <p>{words.programFindings(data.high + data.medium + data.low, data.high)}</p>}
      <Link to="/findings">{words.toFindings}</Link>
      <Link to="/solutions">{words.toUnit}</Link>
    </section>
  )
}

const Jobs = () => {
  const words = useHomeTexts()
  const { data } = useJobs()
  const failed = data?.kinds.filter(({ last }) => last?.state === 'failed').length ?? 0
  return (
    <section className={css.part}>
      <h2>{words.jobs}</h2>
      {data && <p>{failed === 0 ? words.jobsGood : words.jobsFailed(failed)}</p>}
      <Link to="/jobs">{words.toJobs}</Link>
    </section>
  )
}

const Ledger = () => {
  const { language } = useTexts()
  const words = useHomeTexts()
  const { data } = useCheckpoint(-1)
  return (
    <section className={css.part}>
      <h2>{words.ledger}</h2>
      {data && <p>{words.ledgerSigned(data.size.toLocaleString(language))}</p>}
      <Link to="/ledger">{words.toLedger}</Link>
    </section>
  )
}
