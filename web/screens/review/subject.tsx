import { Link } from '@tanstack/react-router'
import type { Review } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import { useSolution } from '../../data/solutions.ts'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'
import { Facts } from '../solutions/facts.tsx'
import css from './subject.module.css'

/** To the page of what is looked at; only its key where these pages know none. */
export const SubjectLink = ({ review: { kind, subject } }: { review: Review }) =>
  kind === 'solution' ? (
    <Link to="/solutions/$key" params={{ key: subject.key }}>
      {subject.key}
    </Link>
  ) : (
    <span>{subject.key}</span>
  )

/** What a reviewer reads before deciding. */
export const SubjectOf = ({ review }: { review: Review }) =>
  review.kind === 'solution' ? <SolutionLookedAt solutionKey={review.subject.key} /> : null

const SolutionLookedAt = ({ solutionKey }: { solutionKey: string }) => {
  const { t } = useTexts()
  const words = useReviewTexts()
  const { data: charter } = useCharter()
  const solution = useSolution(solutionKey)
  return (
    <section>
      <h2>{words.page.subject}</h2>
      {solution.data ? (
        <>
          <p className={css.purpose}>{solution.data.purpose}</p>
          {charter && <Facts charter={charter} facts={solution.data.facts} />}
          <p className={css.more}>
            <Link to="/solutions/$key" params={{ key: solutionKey }}>
              {words.page.toSubject(solutionKey)}
            </Link>
          </p>
        </>
      ) : solution.error === null ? (
        <SkeletonRows rows={4} busy={t.loading} />
      ) : (
        <Trouble title={t.trouble.partTitle(solutionKey)} error={solution.error} retry={() => void solution.refetch()} />
      )}
    </section>
  )
}
