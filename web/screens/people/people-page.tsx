import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { usePeople } from '../../data/people.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Table } from '../../parts/table.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { list } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import css from './people-page.module.css'
import { allRoles, isRole } from './roles.ts'

/** Everybody, by name; what is searched for stands in the address. */
export const PeoplePage = () => {
  const { t, language } = useTexts()
  const words = t.directory.people
  const { data: me } = useMe()
  const filter = useSearch({ from: '/people' })
  const people = usePeople(filter)
  const rows = people.data?.pages.flatMap(page => page.people) ?? []
  const total = people.data?.pages[0]?.total ?? 0
  const signedOut = me?.person === null || (people.error instanceof ApiProblem && people.error.status === 401)
  const runs = me?.person?.roles.includes('administrator') === true
  return (
    <Page title={words.name} crumbs={[{ label: t.shell.admin }, { label: words.name }]}>
      <Sheet>
        {signedOut ? (
          <SignInFirst lead={words.signIn} />
        ) : (
          <>
            <PageHead
              title={people.data === undefined ? words.name : words.title(total)}
              ways={
                runs && (
                  <>
                    <ButtonLink to="/people/add">{words.add}</ButtonLink>
                    <ButtonLink to="/people/import" variant="default">
                      {words.import}
                    </ButtonLink>
                  </>
                )
              }
            />
            <Search />
            {people.data === undefined ? (
              people.error === null ? (
                <SkeletonRows rows={8} busy={t.loading} />
              ) : (
                <Trouble title={t.trouble.partTitle(words.name)} error={people.error} retry={() => void people.refetch()} />
              )
            ) : rows.length === 0 ? (
              <Note empty title={words.none}>
                {words.noneText}
              </Note>
            ) : (
              <Table
                caption={words.caption}
                columns={[words.columns.name, words.columns.unit, words.columns.roles, words.columns.reach]}
                rows={rows.map(({ id, name, jobTitle, unit, roles, contact }) => ({
                  key: id,
                  cells: [
                    <>
                      <Link to="/people/$person" params={{ person: id }}>
                        {name}
                      </Link>
                      <small>{jobTitle}</small>
                    </>,
                    unit?.name,
                    list(
                      roles.map(role => t.directory.roles[role]),
                      language,
                    ),
                    contact,
                  ],
                }))}
              />
            )}
            {people.hasNextPage && (
              <div className={css.more}>
                <Button variant="default" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
                  {words.more(total - rows.length)}
                </Button>
              </div>
            )}
          </>
        )}
      </Sheet>
    </Page>
  )
}

const Search = () => {
  const { t } = useTexts()
  const words = t.directory.people
  const filter = useSearch({ from: '/people' })
  const navigate = useNavigate({ from: '/people' })
  const [q, setQ] = useState(filter.q ?? '')
  return (
    <search>
      <form
        className={css.search}
        onSubmit={event => {
          event.preventDefault()
          void navigate({ search: before => ({ ...before, q: q.trim() === '' ? undefined : q.trim() }) })
        }}
      >
        <TextInput
          type="search"
          label={words.search}
          maxLength={100}
          value={q}
          onChange={event => setQ(event.currentTarget.value)}
          className={css.query ?? ''}
        />
        <NativeSelect
          label={words.role}
          value={filter.role ?? ''}
          onChange={event => {
            const chosen = event.currentTarget.value
            void navigate({ search: before => ({ ...before, role: isRole(chosen) ? chosen : undefined }) })
          }}
          data={[{ value: '', label: words.anyRole }, ...allRoles.map(role => ({ value: role, label: t.directory.roles[role] }))]}
        />
        <Button type="submit" variant="default">
          {words.searchSubmit}
        </Button>
      </form>
    </search>
  )
}
