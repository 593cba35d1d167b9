import { Button, NativeSelect } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ContentLine } from '../../client.generated.ts'
import { useContents } from '../../data/content.ts'
import { useMe } from '../../data/me.ts'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Table } from '../../parts/table.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useContentTexts } from '../../texts/human-review/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { ContentClock } from './content-clock.tsx'
import css from './content.module.css'
import { VerdictTag } from './verdict-tag.tsx'

/** What solutions wrote and a person looks at before it leaves: what waits longest stands first. */
export const InboxPage = () => {
  const { t } = useTexts()
  const words = useContentTexts()
  const { data: me } = useMe()
  const { standing = 'waiting', view = 'to-decide' } = useSearch({ from: '/content' })
  const contents = useContents(standing, view)
  const rows = contents.data?.pages.flatMap(page => page.contents)
  const counted =
    rows === undefined || rows.length === 0 ? words.title.none : contents.hasNextPage ? words.title.more : words.title.waiting(rows.length)
  return (
    <Page title={t.shell.content} crumbs={[{ label: t.shell.review }, { label: t.shell.content }]}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : rows === undefined ? (
          contents.error === null ? (
            <SkeletonRows rows={6} busy={t.loading} title={t.shell.content} />
          ) : (
            <Trouble heading title={t.trouble.pageTitle} error={contents.error} retry={() => void contents.refetch()} />
          )
        ) : (
          <>
            <PageHead title={standing === 'over' ? words.title.over : view === 'all' ? t.shell.content : counted}>
              <p>{words.lead}</p>
            </PageHead>
            <Filters />
            {rows.length === 0 ? (
              <Note empty title={words.none}>
                {standing === 'over' ? words.noneOver : words.noneText}
              </Note>
            ) : (
              <List rows={rows} standing={standing} />
            )}
            {contents.hasNextPage && (
              <Button variant="default" loading={contents.isFetchingNextPage} onClick={() => void contents.fetchNextPage()}>
                {words.more}
              </Button>
            )}
          </>
        )}
      </Sheet>
    </Page>
  )
}

const Filters = () => {
  const words = useContentTexts()
  const { standing, view } = useSearch({ from: '/content' })
  const navigate = useNavigate({ from: '/content' })
  return (
    <search className={css.filters}>
      <NativeSelect
        label={words.show}
        value={standing ?? 'waiting'}
        onChange={event => void navigate({ search: { view, standing: event.currentTarget.value === 'over' ? 'over' : undefined } })}
        data={(['waiting', 'over'] as const).map(each => ({ value: each, label: words.standings[each] }))}
      />
      <NativeSelect
        label={words.view}
        value={view ?? 'to-decide'}
        onChange={event => void navigate({ search: { standing, view: event.currentTarget.value === 'all' ? 'all' : undefined } })}
        data={(['to-decide', 'all'] as const).map(each => ({ value: each, label: words.views[each] }))}
      />
    </search>
  )
}

const List = ({ rows, standing }: { rows: readonly ContentLine[]; standing: 'waiting' | 'over' }) => {
  const { language } = useTexts()
  const words = useContentTexts()
  const { what, solution, time, state, submitted } = words.columns
  return (
    <Table
      caption={standing === 'over' ? words.captionOver : words.caption}
      columns={[what, solution, standing === 'over' ? state : time, submitted]}
      rows={rows.map(content => ({
        key: content.id,
        cells: [
          <>
            <Link to="/content/$content" params={{ content: content.id }}>
              {words.kinds[content.kind]} {words.recipients[content.recipient]}
            </Link>
            {content.test && <small> {words.test}</small>}
          </>,
          <Link to="/solutions/$key" params={{ key: content.solution.key }}>
            {content.solution.name}
          </Link>,
          standing === 'over' ? <VerdictTag content={content} /> : <ContentClock content={content} listed />,
          words.by(content.submitted.by.name, moment(content.submitted.at, language)),
        ],
      }))}
    />
  )
}
