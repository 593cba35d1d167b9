import { Button } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ApiProblem, type ListReviewsOutput } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useReviews, type View } from '../../data/reviews.ts'
import { useCommands } from '../../parts/commands.ts'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Views } from '../../parts/views.tsx'
import { useTexts } from '../../texts/language.tsx'
import type { ReviewTexts } from '../../texts/review/en.ts'
import { useReviewTexts } from '../../texts/review/use.ts'
import { useSearchTexts } from '../../texts/search/use.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { ForReviewers } from './for-reviewers.tsx'
import css from './queue-page.module.css'
import { QueueTable } from './queue-table.tsx'
import { views } from './views.ts'

type Counts = ListReviewsOutput['counts']

/** What to take next and what is about to break; the view stands in the address. */
export const QueuePage = () => {
  const { t } = useTexts()
  const words = useReviewTexts()
  const { data: me } = useMe()
  const { view = 'open' } = useSearch({ from: '/reviews' })
  const reviews = useReviews(view)
  const rows = reviews.data?.pages.flatMap(page => page.reviews) ?? []
  const counts = reviews.data?.pages[0]?.counts
  const navigate = useNavigate()
  const { queue } = useSearchTexts()
  useCommands(
    views
      .filter(each => each !== view)
      .map(each => ({
        name: queue(words.queue.views[each]),
        run: () => void navigate({ to: '/reviews', search: each === 'open' ? {} : { view: each } }),
      })),
  )
  const signedOut = me?.person === null || (reviews.error instanceof ApiProblem && reviews.error.status === 401)
  const refused = reviews.error instanceof ApiProblem && reviews.error.status === 403
  return (
    <Page title={words.queue.name} crumbs={[{ label: words.group }, { label: words.queue.name }]}>
      <Sheet>
        {signedOut ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.lead} />
        ) : refused ? (
          <ForReviewers />
        ) : (
          <div className={css.queue}>
            <h1 tabIndex={-1}>{counts === undefined ? words.queue.name : titleOf(words, counts)}</h1>
            {counts !== undefined && <QueueViews counts={counts} />}
            {counts === undefined ? (
              reviews.error === null ? (
                <SkeletonRows rows={8} busy={t.loading} />
              ) : (
                <Trouble title={t.trouble.partTitle(words.queue.name)} error={reviews.error} retry={() => void reviews.refetch()} />
              )
            ) : rows.length === 0 ? (
              <Empty view={view} counts={counts} />
            ) : (
              <QueueTable rows={rows} view={view}>
                {reviews.hasNextPage && (
                  <div className={css.more}>
                    <Button variant="default" loading={reviews.isFetchingNextPage} onClick={() => void reviews.fetchNextPage()}>
                      {words.queue.more}
                    </Button>
                  </div>
                )}
              </QueueTable>
            )}
          </div>
        )}
      </Sheet>
    </Page>
  )
}

const titleOf = ({ queue: { titles } }: ReviewTexts, { open, late, dueToday }: Counts): string => {
  const due = dueToday - late
  if (open === 0) return titles.none
  if (late > 0) return due > 0 ? titles.lateAndDue(late, due) : titles.late(late)
  return due > 0 ? titles.due(due) : titles.open(open)
}

const countOf = (view: View, { open, mine, unassigned, dueToday, late, paused }: Counts): number | null => {
  const known: Partial<Record<View, number>> = { open, mine, unassigned, 'due-today': dueToday, late, paused }
  return known[view] ?? null
}

/** Real links: each view has its address, and can be opened beside the others. */
const QueueViews = ({ counts }: { counts: Counts }) => {
  const words = useReviewTexts()
  return (
    <Views label={words.queue.viewsOf}>
      {views.map(each => (
        <li key={each}>
          <Link to="/reviews" search={each === 'open' ? {} : { view: each }} activeOptions={{ exact: true }}>
            {words.queue.views[each]} <span>{countOf(each, counts)}</span>
          </Link>
        </li>
      ))}
    </Views>
  )
}

/** Why it is empty, and one way on: nobody sends work here, so the way on is another view. */
const Empty = ({ view, counts }: { view: View; counts: Counts }) => {
  const words = useReviewTexts()
  const [title, text] = words.queue.empty[view]
  const on: { view: View; label: string } | null =
    view === 'mine' && counts.unassigned > 0
      ? { view: 'unassigned', label: words.queue.showUnassigned }
      : view !== 'open' && counts.open > 0
        ? { view: 'open', label: words.queue.showAll }
        : null
  return (
    <Note
      empty
      title={title ?? ''}
      action={
        on && (
          <Link to="/reviews" search={on.view === 'open' ? {} : { view: on.view }}>
            {on.label}
          </Link>
        )
      }
    >
      {text}
    </Note>
  )
}
