import { Link } from '@tanstack/react-router'
import type { Review, Solution } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import { useSolution } from '../../data/solutions.ts'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'
import { Facts } from '../solutions/facts.tsx'
import { Inspected } from '../solutions/inspected.tsx'
import { Changes } from './changes.tsx'
import { RuleOnFact } from './rule-on-fact.tsx'
import { SecondLook } from './second-look.tsx'
import css from './subject.module.css'
import { ToolLookedAt } from './tool-looked-at.tsx'

/** To the page of what is looked at; only its key where that page would tell what a second look must not know. */
export const SubjectLink = ({ review: { kind, subject, purpose } }: { review: Review }) =>
  kind === 'solution' && purpose !== 'second-look' ? (
    <Link to="/solutions/$key" params={{ key: subject.key }}>
      {subject.key}
    </Link>
  ) : kind === 'tool' ? (
    <Link to="/tools/$tool" params={{ tool: subject.key }}>
      {subject.key}
    </Link>
  ) : (
    <span>{subject.key}</span>
  )

/** What a reviewer reads before deciding. A second look is to come to its own facts, so it sees none. */
export const SubjectOf = ({ review }: { review: Review }) =>
  review.kind === 'tool' ? (
    <ToolLookedAt review={review} />
  ) : review.purpose === 'second-look' ? (
    <SecondLook key={review.key} review={review} />
  ) : review.kind === 'solution' ? (
    <SolutionLookedAt review={review} />
  ) : null

const SolutionLookedAt = ({ review }: { review: Review }) => {
  const { subject, digest, endedAt, you } = review
  const { t } = useTexts()
  const words = useReviewTexts()
  const solution = useSolution(subject.key)
  const { data: charter } = useCharter()
  return (
    <section>
      <h2>{endedAt === null ? words.page.subject : words.page.subjectThen}</h2>
      {solution.data ? (
        <>
          <p className={css.purpose}>{solution.data.purpose}</p>
          <Content solution={solution.data} digest={digest} />
          {charter && endedAt === null && you.maySign.length > 0 && (
            <RuleOnFact charter={charter} review={review} solution={solution.data} />
          )}
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
      {looked.inspection && <Inspected charter={charter} declaration={{ facts: looked.facts, inspection: looked.inspection }} />}
    </>
  )
}
