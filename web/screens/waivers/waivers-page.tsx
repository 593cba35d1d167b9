import { Button, NativeSelect, Textarea } from '@mantine/core'
import { IconBan, IconCircleCheck, IconCircleOff, IconClock, IconHourglass } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ListWaiversOutput, Waiver } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useDeclineWaiver, useGrantWaiver, useWaivers } from '../../data/tools.ts'
import { Form } from '../../parts/form.tsx'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Table } from '../../parts/table.tsx'
import { Tag } from '../../parts/tag.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import css from '../tools/tool-page.module.css'
import { isStanding, standings } from './standings.ts'

const icons = {
  requested: IconHourglass,
  running: IconCircleCheck,
  expired: IconClock,
  declined: IconBan,
  ended: IconCircleOff,
}

/** What is put off until when, what may be, and what never. */
export const WaiversPage = () => {
  const { t } = useTexts()
  const words = t.tools.waivers
  const { data: me } = useMe()
  const { standing } = useSearch({ from: '/waivers' })
  const waivers = useWaivers(standing)
  const first = waivers.data?.pages[0]
  const rows = waivers.data?.pages.flatMap(page => page.waivers) ?? []
  return (
    <Page title={words.name} crumbs={[{ label: t.shell.registry }, { label: words.name }]}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : first === undefined ? (
          waivers.error === null ? (
            <SkeletonRows rows={6} busy={t.loading} title={words.name} />
          ) : (
            <Trouble heading title={t.trouble.pageTitle} error={waivers.error} retry={() => void waivers.refetch()} />
          )
        ) : (
          <>
            <div className={css.head}>
              <h1 tabIndex={-1}>{waivers.hasNextPage || standing !== undefined ? words.some : words.title(rows.length)}</h1>
              <p>{words.lead(first.atMostDays)}</p>
            </div>
            <Filter />
            {rows.length === 0 ? (
              <Note empty title={words.none}>
                {words.noneText}
              </Note>
            ) : (
              <List rows={rows} />
            )}
            {waivers.hasNextPage && (
              <Button variant="default" loading={waivers.isFetchingNextPage} onClick={() => void waivers.fetchNextPage()}>
                {words.more}
              </Button>
            )}
            <Rules {...first} />
          </>
        )}
      </Sheet>
    </Page>
  )
}

const Filter = () => {
  const { t } = useTexts()
  const words = t.tools.waivers
  const { standing } = useSearch({ from: '/waivers' })
  const navigate = useNavigate({ from: '/waivers' })
  return (
    <search>
      <NativeSelect
        label={words.standing}
        value={standing ?? ''}
        onChange={event => {
          const chosen = event.currentTarget.value
          void navigate({ search: { standing: isStanding(chosen) ? chosen : undefined } })
        }}
        data={[{ value: '', label: words.any }, ...standings.map(each => ({ value: each, label: words.standings[each] }))]}
        w="14rem"
        my="md"
      />
    </search>
  )
}

const List = ({ rows }: { rows: readonly Waiver[] }) => {
  const { t, language } = useTexts()
  const words = t.tools.waivers
  return (
    <Table
      caption={words.caption}
      columns={[words.columns.what, words.columns.solution, words.columns.until, words.columns.state, words.columns.who]}
      rows={rows.map(waiver => {
        const { id, title, reason, solution, endsOn, standing, requested, decided } = waiver
        return {
          key: id,
          cells: [
            <>
              <b>{title}</b>
              <small>{reason}</small>
            </>,
            <Link to="/solutions/$key" params={{ key: solution.key }}>
              {solution.name}
            </Link>,
            day(endsOn, language),
            <Tag icon={icons[standing]} tone={standing === 'expired' ? 'due' : 'quiet'}>
              {words.standings[standing]}
            </Tag>,
            <>
              {words.asked(requested.by.name)}
              {decided && <small>{words.decided(decided.by.name)}</small>}
              {standing === 'requested' && <Decide waiver={waiver} />}
            </>,
          ],
        }
      })}
    />
  )
}

/** Shown to whoever might; the server says who may. */
const Decide = ({ waiver: { id, version, requested } }: { waiver: Waiver }) => {
  const { t, language } = useTexts()
  const words = t.tools.waivers
  const { data: me } = useMe()
  const [grant, decline] = [useGrantWaiver(), useDeclineWaiver()]
  const [note, setNote] = useState('')
  const office = me?.person?.roles.some(role => ['coe-reviewer', 'it-security', 'legal', 'change-manager', 'program-lead'].includes(role))
  if (office !== true || me?.person?.id === requested.by.id) return null
  const decide = (way: typeof grant, other: typeof decline) => {
    other.reset()
    way.mutate({ id, version, note, language })
  }
  return (
    <details>
      <summary>{words.decide}</summary>
      <Form
        prefix={`${id}-`}
        fields={['note']}
        error={grant.error ?? decline.error}
        onSubmit={() => decide(grant, decline)}
        buttons={
          <>
            <Button type="submit" loading={grant.isPending}>
              {words.grant}
            </Button>
            <Button variant="default" loading={decline.isPending} onClick={() => decide(decline, grant)}>
              {words.decline}
            </Button>
          </>
        }
      >
        {about => (
          <Textarea
            id={`${id}-note`}
            label={words.note}
            rows={2}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
            error={about('note')}
          />
        )}
      </Form>
    </details>
  )
}

const Rules = ({ waivable, never }: Pick<ListWaiversOutput, 'waivable' | 'never'>) => {
  const { t } = useTexts()
  const words = t.tools.waivers
  return (
    <>
      <section className={css.part}>
        <h2>{words.waivable}</h2>
        <ul className={css.uses}>
          {waivable.map(({ id, title, byName }) => (
            <li key={id}>
              {title} <small>{words.by(byName)}</small>
            </li>
          ))}
        </ul>
      </section>
      <section className={css.part}>
        <h2>{words.never}</h2>
        <ul className={css.uses}>
          {never.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
