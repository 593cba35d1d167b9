import { Button } from '@mantine/core'
import { IconFingerprint, IconLock } from '@tabler/icons-react'
import { Link, useSearch } from '@tanstack/react-router'
import { ApiProblem, type LedgerEntry } from '../../client.generated.ts'
import { useCheckpoint, useEntries } from '../../data/ledger.ts'
import { useMe } from '../../data/me.ts'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Table } from '../../parts/table.tsx'
import { Tag } from '../../parts/tag.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useLedgerTexts } from '../../texts/ledger/use.ts'
import { exactly, moment } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { About } from './about.tsx'
import { Filters } from './filters.tsx'
import { Head } from './head.tsx'
import css from './ledger.module.css'
import { filterOf } from './ledger-search.ts'

/** What happened, in words, with the signed head that keeps it; for auditors. */
export const LedgerPage = () => {
  const { t, language } = useTexts()
  const words = useLedgerTexts()
  const { data: me } = useMe()
  const search = useSearch({ from: '/ledger' })
  const entries = useEntries(filterOf(search))
  const { data: checkpoint } = useCheckpoint()
  const rows = entries.data?.pages.flatMap(page => page.entries) ?? []
  return (
    <Page title={words.name} crumbs={[{ label: words.group }, { label: words.name }]}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : entries.error instanceof ApiProblem && entries.error.status === 403 ? (
          <Note heading empty icon={IconLock} title={words.refused} action={<Link to="/solutions">{t.solution.toList}</Link>}>
            {words.refusedText}
          </Note>
        ) : (
          <>
            <PageHead title={checkpoint ? words.title(checkpoint.size.toLocaleString(language)) : words.titleNew}>
              <p>{words.lead}</p>
            </PageHead>
            <Filters />
            {entries.data === undefined ? (
              entries.error === null ? (
                <SkeletonRows rows={10} busy={t.loading} />
              ) : (
                <Trouble title={t.trouble.partTitle(words.name)} error={entries.error} retry={() => void entries.refetch()} />
              )
            ) : rows.length === 0 ? (
              <Note empty title={words.none} action={<Link to="/ledger">{words.filters.clear}</Link>}>
                {words.noneText}
              </Note>
            ) : (
              <Entries rows={rows} />
            )}
            {entries.hasNextPage && (
              <div className={css.more}>
                <Button variant="default" loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
                  {words.more}
                </Button>
              </div>
            )}
            <Head checkpoint={checkpoint} />
          </>
        )}
      </Sheet>
    </Page>
  )
}

const Entries = ({ rows }: { rows: readonly LedgerEntry[] }) => {
  const { language } = useTexts()
  const words = useLedgerTexts()
  const { columns } = words
  return (
    <Table
      caption={words.caption}
      columns={[columns.what, columns.about, columns.when, columns.entry, columns.sealed]}
      rows={rows.map(({ entry, type, at, actor, subject, sealed }) => ({
        key: String(entry),
        cells: [
          <Link to="/ledger/$entry" params={{ entry: String(entry) }}>
            {actor === null ? words.program : actor.id === 'anonymous' ? words.nobody : actor.name} {words.did[type] ?? words.other(type)}
          </Link>,
          <About subject={subject} />,
          <time dateTime={at} title={exactly(at, language)}>
            {moment(at, language)}
          </time>,
          <span className={css.number}>{entry}</span>,
          sealed ? <Tag icon={IconFingerprint}>{words.sealed}</Tag> : <span className={css.quiet}>{words.sealing}</span>,
        ],
      }))}
    />
  )
}
