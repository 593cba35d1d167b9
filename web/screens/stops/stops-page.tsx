import { Button } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import type { Stop } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { readsStops, stopsThings, useStops } from '../../data/stops.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Table } from '../../parts/table.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Views } from '../../parts/views.tsx'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import { useStopsTexts } from '../../texts/stops/use.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { ForOverseers } from './for-overseers.tsx'
import { StopState } from './stop-state.tsx'
import css from './stops.module.css'

/** What is stopped now, and what was. */
export const StopsPage = () => {
  const { t } = useTexts()
  const words = useStopsTexts()
  const { data: me } = useMe()
  return (
    <Page title={words.name} crumbs={[{ label: t.shell.assurance }, { label: words.name }]}>
      <Sheet>
        {me === undefined ? (
          <SkeletonRows rows={6} busy={t.loading} title={words.name} />
        ) : me.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : readsStops(me.person) ? (
          <List stops={stopsThings(me.person)} />
        ) : (
          <ForOverseers />
        )}
      </Sheet>
    </Page>
  )
}

const List = ({ stops: mayStop }: { stops: boolean }) => {
  const { t } = useTexts()
  const words = useStopsTexts()
  const { standing = 'in-force' } = useSearch({ from: '/stops' })
  const stops = useStops(standing)
  const rows = stops.data?.pages.flatMap(page => page.stops)
  if (rows === undefined)
    return stops.error === null ? (
      <SkeletonRows rows={6} busy={t.loading} title={words.name} />
    ) : (
      <Trouble heading title={t.trouble.pageTitle} error={stops.error} retry={() => void stops.refetch()} />
    )
  return (
    <>
      <PageHead
        title={standing === 'lifted' ? words.list.lifted : words.list.title(rows.length)}
        ways={mayStop && <ButtonLink to="/stop">{words.start.name}</ButtonLink>}
      >
        <p>{words.list.lead}</p>
      </PageHead>
      <Views label={words.name}>
        {(['in-force', 'lifted'] as const).map(view => (
          <li key={view}>
            <Link to="/stops" search={{ standing: view }} aria-current={standing === view ? 'page' : undefined}>
              {words.list.views[view]}
            </Link>
          </li>
        ))}
      </Views>
      {rows.length === 0 ? <Note empty title={standing === 'lifted' ? words.list.noneLifted : words.list.none} /> : <Rows rows={rows} />}
      {stops.hasNextPage && (
        <div className={css.more}>
          <Button variant="default" loading={stops.isFetchingNextPage} onClick={() => void stops.fetchNextPage()}>
            {words.list.more}
          </Button>
        </div>
      )}
    </>
  )
}

const Rows = ({ rows }: { rows: readonly Stop[] }) => {
  const { language } = useTexts()
  const words = useStopsTexts()
  const { columns } = words.list
  return (
    <Table
      caption={words.list.caption}
      columns={[columns.what, columns.state, columns.since, columns.solutions, columns.by]}
      rows={rows.map(({ key, target, state, startedAt, startedBy, suspended, resumed }) => ({
        key,
        cells: [
          <>
            <Link to="/stops/$stop" params={{ stop: key }}>
              {words.named(target.name, target.model)}
            </Link>
            <small>
              {key}, {words.kinds[target.kind]}
            </small>
          </>,
          <StopState state={state} />,
          moment(startedAt, language),
          words.list.solutions(suspended, resumed),
          startedBy.name,
        ],
      }))}
    />
  )
}
