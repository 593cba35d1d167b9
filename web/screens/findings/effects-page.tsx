import { Button } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Effect } from '../../client.generated.ts'
import { undoesEffects, useEffects } from '../../data/findings.ts'
import { useMe } from '../../data/me.ts'
import { Action } from '../../parts/action.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useFindingsTexts } from '../../texts/findings/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { day, exactly, moment } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import css from './findings.module.css'
import { useSaid } from './say.ts'
import { type Undone, UndoForm } from './undo-form.tsx'

/** What rules did by themselves, night by night; who may, proposes to undo one of it or a whole night. */
export const EffectsPage = () => {
  const { t } = useTexts()
  const words = useFindingsTexts()
  const { done } = words
  const { data: me } = useMe()
  const { solution } = useSearch({ from: '/findings/effects' })
  const effects = useEffects({ solution })
  const rows = effects.data?.pages.flatMap(page => page.effects) ?? []
  return (
    <Page
      title={done.name}
      crumbs={[{ label: words.group }, { label: words.name, to: '/findings' }, { label: done.name }]}
      step={solution ?? ''}
    >
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : effects.data === undefined ? (
          effects.error === null ? (
            <SkeletonRows rows={6} busy={t.loading} title={done.name} />
          ) : (
            <Trouble heading title={t.trouble.pageTitle} error={effects.error} retry={() => void effects.refetch()} />
          )
        ) : (
          <>
            <PageHead title={done.title(rows.length, effects.hasNextPage)}>
              <p>{done.lead}</p>
              {solution !== undefined && (
                <p>
                  {done.of(solution)} <Link to="/findings/effects">{done.all}</Link>
                </p>
              )}
            </PageHead>
            {rows.length === 0 ? (
              <div className={css.part}>
                <Note empty title={done.empty}>
                  {done.emptyText}
                </Note>
              </div>
            ) : (
              <Nights effects={rows} undoes={undoesEffects(me?.person)} narrowed={solution !== undefined} />
            )}
            {effects.hasNextPage && (
              <div className={css.more}>
                <Button variant="default" loading={effects.isFetchingNextPage} onClick={() => void effects.fetchNextPage()}>
                  {done.more}
                </Button>
              </div>
            )}
          </>
        )}
      </Sheet>
    </Page>
  )
}

const Nights = ({ effects, undoes, narrowed }: { effects: readonly Effect[]; undoes: boolean; narrowed: boolean }) => {
  const { language } = useTexts()
  const words = useFindingsTexts().done
  const said = useSaid()
  const [chosen, setChosen] = useState<Undone | null>(null)
  const [proposed, setProposed] = useState<{ at: string; proposal: string } | null>(null)
  const choose = (undone: Undone) => {
    setProposed(null)
    setChosen(undone)
  }
  return [...Map.groupBy(effects, ({ rule, night }) => `${rule} ${night}`)].map(([at, those]) => {
    const [{ rule, night } = { rule: at, night: '' }] = those
    const title = words.night(said.rule({ rule }), day(`${night}T12:00:00`, language))
    const left = those.filter(({ kept }) => kept === null)
    return (
      <section key={at} className={css.part}>
        <div className={css.head}>
          <h2>{title}</h2>
          {undoes && !narrowed && left.length > 1 && (
            <Action aria-label={words.undoNightOf(title)} onClick={() => choose({ at, rule, night, count: left.length })}>
              {words.undoNight}
            </Action>
          )}
        </div>
        <p>{said.because(rule)}</p>
        {chosen?.at === at && (
          <UndoForm
            key={chosen.effect?.id ?? at}
            undone={chosen}
            onDone={proposal => {
              setChosen(null)
              if (proposal !== null) setProposed({ at, proposal })
            }}
          />
        )}
        <p role="status">
          {proposed?.at === at && (
            <Link to="/proposals/$proposal" params={{ proposal: proposed.proposal }}>
              {words.proposed}
            </Link>
          )}
        </p>
        <ul className={css.list}>
          {those.map(effect => (
            <li key={effect.id}>
              <span className={css.subject}>
                <Link to="/solutions/$key" params={{ key: effect.solution.key }}>
                  {effect.solution.name}
                </Link>
                <small>
                  {effect.solution.key} ·{' '}
                  <time dateTime={effect.at} title={exactly(effect.at, language)}>
                    {moment(effect.at, language)}
                  </time>{' '}
                  ·{' '}
                  <Link to="/findings/$finding" params={{ finding: effect.finding }}>
                    {words.why}
                  </Link>
                </small>
              </span>
              <Standing effect={effect} />
              {undoes && effect.kept === null && (
                <Action aria-label={words.undoOf(effect.solution.name)} onClick={() => choose({ at, rule, night, count: 1, effect })}>
                  {words.undo}
                </Action>
              )}
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

const Standing = ({ effect: { kept, undone, undoUntil } }: { effect: Effect }) => {
  const { language } = useTexts()
  const words = useFindingsTexts().done
  return (
    <span className={css.quiet}>
      {undone
        ? words.undone(moment(undone.at, language), undone.proposedBy.name, undone.by.name)
        : kept === null || kept === 'undone'
          ? words.undoUntil(day(undoUntil, language))
          : words.kept[kept]}
    </span>
  )
}
