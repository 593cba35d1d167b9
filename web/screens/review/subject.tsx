import { Link } from '@tanstack/react-router'
import type { Review, Solution } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import { useSolution } from '../../data/solutions.ts'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'
import { Facts } from '../solutions/facts.tsx'
import { Changes } from './changes.tsx'
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

/** What a reviewer reads before deciding. A second look is to come to its own facts, so it sees none. */
export const SubjectOf = ({ review }: { review: Review }) => (review.kind === 'solution' ? <SolutionLookedAt review={review} /> : null)

const SolutionLookedAt = ({ review: { subject, digest, purpose, endedAt } }: { review: Review }) => {
  const { t } = useTexts()
  const words = useReviewTexts()
  const solution = useSolution(subject.key)
  return (
    <section>
      <h2>{endedAt === null ? words.page.subject : words.page.subjectThen}</h2>
      {solution.data ? (
        <>
          <p className={css.purpose}>{solution.data.purpose}</p>
          {purpose !== 'second-look' && <Content solution={solution.data} digest={digest} />}
          <p className={css.more}>
            <Link to="/solutions/$key" params={{ key: subject.key }}>
              {words.page.toSubject(subject.key)}
            </Link>
          </p>
        </>
      ) : solution.error === null ? (
        <SkeletonRows rows={4} busy={t.loading} />
      ) : (
        <Trouble title={t.trouble.partTitle(subject.key)} error={solution.error} retry={() => void solution.refetch()} />
      )}
    </section>
  )
}

/** The facts of exactly the version under review: first what differs from the one that runs, then all of them. */
const Content = ({ solution: { approved, draft }, digest }: { solution: Solution; digest: string }) => {
  const { data: charter } = useCharter()
  const looked = [draft, approved].find(each => each?.digest === digest)
  if (charter === undefined || !looked) return null
  return (
    <>
      {looked === draft && approved && <Changes charter={charter} before={approved.facts} after={draft.facts} />}
      <Facts charter={charter} facts={looked.facts} />
    </>
  )
}
