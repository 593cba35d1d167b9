import { Link } from '@tanstack/react-router'
import type { ListMyFindingsOutput, ListReviewsOutput, Person } from '../../client.generated.ts'
import { useJobs } from '../../data/jobs.ts'
import { useCheckpoint } from '../../data/ledger.ts'
import { useHomeTexts } from '../../texts/home/use.ts'
import { useTexts } from '../../texts/language.tsx'
import css from './home.module.css'

interface BesideProps {
  person: Person
  /** What waits in the queue, and what is found of all that one may see; undefined where that is not told. */
  counts: ListReviewsOutput['counts'] | undefined
  found: FoundProps['found']
}

interface FoundProps {
  found: ListMyFindingsOutput['counts'] | undefined
}

/** What one's roles look after, each in a sentence with the way there. Nobody is ranked. */
export const Beside = ({ person: { roles }, counts, found }: BesideProps) => (
  <div className={css.beside}>
    {counts && counts.late + counts.dueToday + counts.unassigned > 0 && <Queue counts={counts} />}
    {roles.some(role => role === 'program-lead' || role === 'coe-reviewer') && (
      <Program leads={roles.includes('program-lead')} found={found} />
    )}
    {roles.includes('unit-lead') && !roles.includes('program-lead') && <Unit found={found} />}
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
const Program = ({ leads, found }: { leads: boolean } & FoundProps) => {
  const words = useHomeTexts()
  return (
    <section className={css.part}>
      <h2>{words.program}</h2>
      {leads && <Found found={found} />}
      <Link to="/findings">{words.toFindings}</Link>
      <Link to="/findings/tonight">{words.toTonight}</Link>
      {leads && <Link to="/figures">{words.toFigures}</Link>}
    </section>
  )
}

const Found = ({ found }: FoundProps) => {
  const words = useHomeTexts()
  return found && <p>{words.programFindings(found.high + found.medium + found.low, found.high)}</p>
}

const Unit = ({ found }: FoundProps) => {
  const words = useHomeTexts()
  return (
    <section className={css.part}>
      <h2>{words.unit}</h2>
      <Found found={found} />
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
  const { data } = useCheckpoint()
  return (
    <section className={css.part}>
      <h2>{words.ledger}</h2>
      {data && <p>{words.ledgerSigned(data.size.toLocaleString(language))}</p>}
      <Link to="/ledger">{words.toLedger}</Link>
    </section>
  )
}
