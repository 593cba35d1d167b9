import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Person } from '../../client.generated.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { useCommands } from '../../parts/commands.ts'
import { overseesFindings } from '../../data/findings.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useHomeTexts } from '../../texts/home/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { day, moment } from '../../texts/moments.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { FindingList } from '../findings/finding-list.tsx'
import { kindName } from '../proposals/kind-name.ts'
import { ReviewClock } from '../review/review-clock.tsx'
import { Beside } from './beside.tsx'
import css from './home.module.css'
import { type Mine, useWaiting } from './waiting.ts'

/** How many of each sort stand here; the rest stands in its own list. */
const MOST = 5

/** What needs whoever is signed in, then what waits for others; beside it, what their roles look after. */
export const Home = ({ person, founding }: { person: Person; founding: boolean }) => {
  const { t, language } = useTexts()
  const words = useHomeTexts()
  const waiting = useWaiting(person)
  const { solutions, findings, stakes, reviews, proposals, withReviewers, counts, failed } = waiting
  const mine = counts?.mine ?? 0
  const all = solutions.length + findings.length + mine + proposals.length
  const navigate = useNavigate()
  const { next: acts } = useSolutionTexts()
  useCommands([
    { name: words.check, run: () => void navigate({ to: '/check' }) },
    ...solutions
      .slice(0, MOST)
      .flatMap(({ key, name, next }) =>
        next === null ? [] : [{ name: `${acts[next]}: ${name}`, run: () => void navigate({ to: '/solutions/$key', params: { key } }) }],
      ),
  ])
  if (!waiting.whole) return <SkeletonRows rows={8} busy={t.loading} title={t.shell.home} />
  return (
    <>
      <PageHead
        title={all > 0 ? words.titles.some(all) : overseesFindings(person) ? words.titles.noneByName : words.titles.none}
        ways={
          // Whoever founds it has something to do before.
          <ButtonLink to="/check" variant={founding ? 'default' : 'filled'}>
            {words.check}
          </ButtonLink>
        }
      >
        <p>{words.lead(person.name)}</p>
      </PageHead>
      {failed?.error && <Trouble title={t.trouble.partTitle(t.shell.home)} error={failed.error} retry={() => void failed.refetch()} />}
      <div className={css.columns} data-quiet={all + stakes.length + withReviewers.length === 0 || undefined}>
        <div>
          <Part
            title={words.reviews}
            all={mine}
            more={
              <Link to="/reviews" search={{ view: 'mine' }}>
                {words.all(mine)}
              </Link>
            }
          >
            <ul className={css.list}>
              {reviews.slice(0, MOST).map(review => (
                <li key={review.key}>
                  <span>
                    <Link to="/reviews/$review" params={{ review: review.key }}>
                      {review.subject.name}
                    </Link>
                    <small>{review.key}</small>
                  </span>
                  <ReviewClock review={review} listed />
                </li>
              ))}
            </ul>
          </Part>
          <Part
            title={words.stakes}
            all={stakes.length}
            more={
              <Link to="/findings" search={{ kind: 'review' }}>
                {words.toFindings}
              </Link>
            }
          >
            <FindingList findings={stakes.slice(0, MOST)} named />
          </Part>
          <Part title={words.solutions} all={solutions.length} more={<Link to="/my-solutions">{words.all(solutions.length)}</Link>}>
            <ul className={css.list}>
              {solutions.slice(0, MOST).map(solution => (
                <Solution key={solution.key} solution={solution} />
              ))}
            </ul>
          </Part>
          <Part title={words.findings} all={findings.length} more={<Link to="/findings">{words.toFindings}</Link>}>
            <FindingList findings={findings.slice(0, MOST)} named />
          </Part>
          <Part title={words.proposals} all={proposals.length} more={<Link to="/proposals">{words.all(proposals.length)}</Link>}>
            <ul className={css.list}>
              {proposals.slice(0, MOST).map(({ id, kind, proposed, expiresAt }) => (
                <li key={id}>
                  <span>
                    <Link to="/proposals/$proposal" params={{ proposal: id }}>
                      {kindName(t.access.proposals, kind)}
                    </Link>
                    <small>{words.proposedBy(proposed.by.name, day(expiresAt, language))}</small>
                  </span>
                </li>
              ))}
            </ul>
          </Part>
          <Part title={words.waiting} all={withReviewers.length} more={<Link to="/my-solutions">{words.all(withReviewers.length)}</Link>}>
            <ul className={css.list}>
              {withReviewers.slice(0, MOST).map(({ key, name, review }) => (
                <li key={key}>
                  <span>
                    <Link to="/solutions/$key" params={{ key }}>
                      {name}
                    </Link>
                    <small>{review && words.waitsFor(moment(review.dueAt, language))}</small>
                  </span>
                </li>
              ))}
            </ul>
          </Part>
        </div>
        <Beside person={person} counts={counts} found={waiting.found} />
      </div>
    </>
  )
}

/** A part that has nothing says nothing. */
const Part = ({ title, all, more, children }: { title: string; all: number; more: ReactNode; children: ReactNode }) =>
  all === 0 ? null : (
    <section className={css.part}>
      <h2>{title}</h2>
      {children}
      {all > MOST && more}
    </section>
  )

const Solution = ({ solution: { key, name, next, expired, conditionsLate } }: { solution: Mine }) => {
  const words = useHomeTexts()
  const { next: acts } = useSolutionTexts()
  return (
    <li>
      <span>
        <Link to="/solutions/$key" params={{ key }}>
          {name}
        </Link>
        <small>
          {key}
          {expired && <span className={css.late}> · {words.expired}</span>}
          {conditionsLate > 0 && <span className={css.late}> · {words.late}</span>}
        </small>
      </span>
      {next !== null && (
        <ButtonLink to="/solutions/$key" params={{ key }} variant="default" size="xs" aria-label={`${acts[next]}: ${name}`}>
          {acts[next]}
        </ButtonLink>
      )}
    </li>
  )
}
