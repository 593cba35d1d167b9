import { Button, NativeSelect } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { IncidentLine } from '../../client.generated.ts'
import { useIncidents } from '../../data/incidents.ts'
import { useMe } from '../../data/me.ts'
import { stopsThings } from '../../data/stops.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Table } from '../../parts/table.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useIncidentsTexts } from '../../texts/incidents/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import css from './incidents.module.css'
import { IncidentSeverity, IncidentState } from './marks.tsx'
import { isState, states } from './states.ts'

/** What went wrong, with how bad it is, where it stands and what is overdue. */
export const IncidentsPage = () => {
  const { t } = useTexts()
  const words = useIncidentsTexts()
  const { data: me } = useMe()
  return (
    <Page title={words.name} crumbs={[{ label: t.shell.assurance }, { label: words.name }]}>
      <Sheet>
        {me === undefined ? (
          <SkeletonRows rows={6} busy={t.loading} title={words.name} />
        ) : me.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : (
          <List works={stopsThings(me.person)} />
        )}
      </Sheet>
    </Page>
  )
}

const List = ({ works }: { works: boolean }) => {
  const { t } = useTexts()
  const words = useIncidentsTexts().list
  const { state } = useSearch({ from: '/incidents' })
  const incidents = useIncidents(state)
  const rows = incidents.data?.pages.flatMap(page => page.incidents)
  if (rows === undefined)
    return incidents.error === null ? (
      <SkeletonRows rows={6} busy={t.loading} title={words.some} />
    ) : (
      <Trouble heading title={t.trouble.pageTitle} error={incidents.error} retry={() => void incidents.refetch()} />
    )
  return (
    <>
      <PageHead
        title={incidents.hasNextPage || state !== undefined ? words.some : words.title(rows.length)}
        ways={works && <ButtonLink to="/incidents/open">{words.open}</ButtonLink>}
      >
        <p>{words.lead}</p>
      </PageHead>
      <Filter />
      {rows.length === 0 ? (
        <Note empty title={words.none}>
          {words.noneText}
        </Note>
      ) : (
        <Rows rows={rows} />
      )}
      {incidents.hasNextPage && (
        <div className={css.more}>
          <Button variant="default" loading={incidents.isFetchingNextPage} onClick={() => void incidents.fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </>
  )
}

const Filter = () => {
  const words = useIncidentsTexts()
  const { state } = useSearch({ from: '/incidents' })
  const navigate = useNavigate({ from: '/incidents' })
  return (
    <search>
      <NativeSelect
        label={words.list.state}
        value={state ?? ''}
        onChange={event => {
          const chosen = event.currentTarget.value
          void navigate({ search: { state: isState(chosen) ? chosen : undefined } })
        }}
        data={[{ value: '', label: words.list.any }, ...states.map(each => ({ value: each, label: words.states[each] }))]}
        w="14rem"
        mb="md"
      />
    </search>
  )
}

const Rows = ({ rows }: { rows: readonly IncidentLine[] }) => {
  const { language } = useTexts()
  const { list: words } = useIncidentsTexts()
  const { columns } = words
  return (
    <Table
      caption={words.caption}
      columns={[columns.what, columns.severity, columns.state, columns.noticed, columns.overdue]}
      rows={rows.map(({ key, title, severity, state, noticedAt, overdue }) => ({
        key,
        cells: [
          <>
            {title === null ? (
              words.untitled
            ) : (
              <Link to="/incidents/$incident" params={{ incident: key }}>
                {title}
              </Link>
            )}
            <small>{key}</small>
          </>,
          <IncidentSeverity severity={severity} />,
          <IncidentState state={state} />,
          moment(noticedAt, language),
          overdue > 0 && <span className={css.late}>{words.overdue(overdue)}</span>,
        ],
      }))}
    />
  )
}
