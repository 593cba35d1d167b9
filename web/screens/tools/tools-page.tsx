import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ListToolsOutput } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useTools } from '../../data/tools.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { Matrix } from './matrix.tsx'
import { isStatus, statuses } from './statuses.ts'
import css from './tools-page.module.css'

/** Which tool may see what; what is looked for stands in the address. */
export const ToolsPage = () => {
  const { t } = useTexts()
  const words = t.tools
  const { data: me } = useMe()
  const filter = useSearch({ from: '/tools' })
  const tools = useTools(filter)
  const narrowed = Object.values(filter).some(value => value !== undefined)
  return (
    <Page title={words.name} crumbs={[{ label: t.shell.registry }, { label: words.name }]}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : (
          <>
            <PageHead title={words.title} ways={<ButtonLink to="/tools/request">{words.ask}</ButtonLink>}>
              <p>{words.lead}</p>
            </PageHead>
            <Filters dataClasses={tools.data?.dataClasses ?? []} />
            {tools.data === undefined ? (
              tools.error === null ? (
                <SkeletonRows rows={8} busy={t.loading} />
              ) : (
                <Trouble title={t.trouble.partTitle(words.name)} error={tools.error} retry={() => void tools.refetch()} />
              )
            ) : tools.data.tools.length === 0 ? (
              <Note empty title={words.none}>
                {words.noneText}
              </Note>
            ) : (
              <Matrix {...tools.data} requests={narrowed ? [] : tools.data.requests} />
            )}
          </>
        )}
      </Sheet>
    </Page>
  )
}

const Filters = ({ dataClasses }: Pick<ListToolsOutput, 'dataClasses'>) => {
  const { t } = useTexts()
  const words = t.tools
  const filter = useSearch({ from: '/tools' })
  const navigate = useNavigate({ from: '/tools' })
  const [q, setQ] = useState(filter.q ?? '')
  return (
    <search>
      <form
        className={css.filters}
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
          label={words.dataClass}
          value={filter.dataClass ?? ''}
          onChange={event => {
            const chosen = event.currentTarget.value
            void navigate({ search: before => ({ ...before, dataClass: chosen === '' ? undefined : chosen }) })
          }}
          data={[{ value: '', label: words.anyClass }, ...dataClasses.map(({ id, name }) => ({ value: id, label: name }))]}
          className={css.choice ?? ''}
        />
        <NativeSelect
          label={words.status}
          value={filter.status ?? ''}
          onChange={event => {
            const chosen = event.currentTarget.value
            void navigate({ search: before => ({ ...before, status: isStatus(chosen) ? chosen : undefined }) })
          }}
          data={[{ value: '', label: words.anyStatus }, ...statuses.map(status => ({ value: status, label: words.statuses[status] }))]}
        />
        <Button type="submit" variant="default">
          {words.searchSubmit}
        </Button>
        <label className={css.only}>
          <input
            type="checkbox"
            checked={filter.overdue === true}
            onChange={event => {
              const only = event.currentTarget.checked
              void navigate({ search: before => ({ ...before, overdue: only ? true : undefined }) })
            }}
          />
          {words.overdue}
        </label>
      </form>
    </search>
  )
}
