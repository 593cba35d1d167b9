import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { ChangedPart, CharterEffect, CharterImpact } from '../../client.generated.ts'
import { useTierGuide } from '../../data/charter.ts'
import { Table } from '../../parts/table.tsx'
import { TierMark } from '../../parts/tier-mark.tsx'
import { Verdict } from '../../parts/verdict.tsx'
import { useCharterChangeTexts } from '../../texts/charter/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { day, list } from '../../texts/moments.ts'
import { asTier } from '../check/sentences.ts'
import css from './reach.module.css'

/** How many solutions are named at first, and with each press. */
const atOnce = 25

interface ReachProps {
  pages: readonly CharterImpact[]
  /** What differs, for the titles of rules that are not in force. */
  parts: readonly ChangedPart[]
  more: { any: boolean; loading: boolean; fetch: () => void }
}

/** Whom a change reaches: counted in sentences, then by name, from what to what. */
export const Reach = ({ pages, parts, more }: ReachProps) => {
  const words = useCharterChangeTexts().impact
  const { language } = useTexts()
  const [shown, setShown] = useState(atOnce)
  const totals = pages[0]?.totals
  const effects = pages.flatMap(page => page.effects)
  const coming = pages.flatMap(page => page.coming)
  const unreadable = pages.flatMap(page => page.unreadable)
  if (!totals) return null
  const showMore = () => {
    setShown(shown + atOnce)
    if (shown + atOnce > effects.length && more.any) more.fetch()
  }
  return (
    <div className={css.reach}>
      <Verdict size="panel">{words.sentence(totals.changed, totals.compared)}</Verdict>
      <Counts totals={totals} />
      {totals.changed > 0 && <p className={css.quiet}>{words.stays}</p>}
      <Effects caption={words.caption} effects={effects.slice(0, shown)} parts={parts} />
      {coming.length > 0 && (
        <>
          <h3>{words.coming}</h3>
          <Effects
            caption={words.coming}
            effects={coming.slice(0, shown)}
            parts={parts}
            when={({ on }) => `${words.from} ${day(on, language)}`}
          />
        </>
      )}
      {unreadable.length > 0 && (
        <>
          <h3>{words.unreadable}</h3>
          <ul className={css.unreadable}>
            {unreadable.slice(0, shown).map(({ key, name, charter, reasons }) => (
              <li key={`${key} ${charter}`}>
                <Named solution={{ key, name }} /> {reasons.join(' ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {(more.any || Math.max(effects.length, coming.length, unreadable.length) > shown) && (
        <Button variant="default" loading={more.loading} onClick={showMore}>
          {words.more}
        </Button>
      )}
    </div>
  )
}

const Counts = ({ totals }: { totals: NonNullable<CharterImpact['totals']> }) => {
  const { counts } = useCharterChangeTexts().impact
  const said = (['higherTier', 'lowerTier', 'newlyProhibited', 'newlyBlocked', 'reachedByComingRules', 'unreadable'] as const).filter(
    what => totals[what] > 0,
  )
  if (said.length === 0) return null
  return (
    <ul className={css.counts}>
      {said.map(what => (
        <li key={what}>{counts[what](totals[what])}</li>
      ))}
    </ul>
  )
}

interface EffectsProps<E extends CharterEffect> {
  caption: string
  effects: readonly E[]
  parts: readonly ChangedPart[]
  when?: (effect: E) => string
}

/** Solutions by name, from what to what. */
export const Effects = <E extends CharterEffect>({ caption, effects, parts, when }: EffectsProps<E>) => {
  const { impact: words, answers } = useCharterChangeTexts()
  const titles = useTitles(parts)
  if (effects.length === 0) return null
  return (
    <Table
      caption={caption}
      columns={[words.columns.solution, words.columns.tier, words.columns.answer, words.columns.else]}
      rows={effects.map(effect => {
        const { key, tier, verdict } = effect
        return {
          key: `${key} ${when?.(effect) ?? ''}`,
          cells: [
            <>
              <Named solution={effect} />
              {when && <small>{when(effect)}</small>}
            </>,
            <FromTo key="tier" was={tier.before} is={tier.after} show={n => <TierMark tier={asTier(n)} size={18} />} say={String} />,
            <FromTo
              key="answer"
              was={verdict.before}
              is={verdict.after}
              show={each => answers[each] ?? each}
              say={each => answers[each] ?? each}
            />,
            <Also key="else" effect={effect} titles={titles} />,
          ],
        }
      })}
    />
  )
}

interface FromToProps<T> {
  was: T
  is: T
  show: (value: T) => ReactNode
  say: (value: T) => string
}

/** From what to what; once where it stays as it is. */
const FromTo = <T extends string | number>({ was, is, show, say }: FromToProps<T>) => {
  const words = useCharterChangeTexts().impact
  if (was === is) return <span className={css.same}>{show(is)}</span>
  return (
    <span className={css.fromTo}>
      <span className={css.spoken}>{`${say(was)}, ${words.to} ${say(is)}`}</span>
      <span aria-hidden="true">{show(was)}</span>
      <span aria-hidden="true">→</span>
      <span aria-hidden="true">{show(is)}</span>
    </span>
  )
}

const Named = ({ solution: { key, name } }: { solution: { key: string; name: string } }) => (
  <>
    <Link to="/solutions/$key" params={{ key }}>
      {name}
    </Link>
    <small>{key}</small>
  </>
)

const Also = ({ effect, titles }: { effect: CharterEffect; titles: (ids: readonly string[]) => string }) => {
  const { also } = useCharterChangeTexts().impact
  const { approvals, obligations } = effect
  const rules = (['newlyProhibited', 'noLongerProhibited', 'newlyBlocked', 'noLongerBlocked'] as const).filter(
    what => effect[what].length > 0,
  )
  const said = [
    ...rules.map(what => also[what](titles(effect[what]))),
    ...(approvals.before.join() === approvals.after.join()
      ? []
      : [approvals.after.length === 0 ? also.noApprovals : also.approvals(titles(approvals.after))]),
    ...(obligations.added.length > 0 ? [also.added(titles(obligations.added))] : []),
    ...(obligations.removed.length > 0 ? [also.removed(titles(obligations.removed))] : []),
  ]
  return said.map(sentence => (
    <span key={sentence} className={css.also}>
      {sentence}
    </span>
  ))
}

/** What rules, duties and roles are called, as far as the charter in force or what changes knows them. */
const useTitles = (parts: readonly ChangedPart[]) => {
  const { language } = useTexts()
  const { data: guide } = useTierGuide()
  const known = new Map([
    ...(guide?.contacts ?? []).map(({ id, name }) => [id, name] as const),
    ...[...(guide?.prohibited ?? []), ...(guide?.guardrails ?? [])].map(({ id, title }) => [id, title] as const),
    ...(guide?.tiers ?? []).flatMap(({ comesWith, mayComeWith }) =>
      [...comesWith, ...mayComeWith].map(({ id, title }) => [id, title] as const),
    ),
    ...parts.flatMap(({ id, title }) => (id === null || title === null ? [] : [[id, title] as const])),
  ])
  return (ids: readonly string[]): string =>
    list(
      ids.map(id => known.get(id) ?? id),
      language,
    )
}
